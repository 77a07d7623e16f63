//! Where a reader can go, by their roles: one table for the header and one for the console's side.

use crate::Frame;
use crate::ui::icon::{Icon, icon};
use domain::permissions::{Act, Role};
use leptos::prelude::*;

/// Who sees an entry.
#[derive(Clone, Copy)]
enum Who {
    /// Members of a merchant of this tenant, whatever they do there.
    Member,
    /// Members of a merchant of this tenant with a role there that may do this.
    At(Act),
    /// Staff (or operator) with a role that may do this.
    May(Act),
    /// Staff with a role that may do either.
    Either(Act, Act),
    /// Staff who may do both.
    Both(Act, Act),
}

/// One entry: words, address on the tenant's side (or from the root on the platform's), icon, readers.
struct Entry {
    key: &'static str,
    path: &'static str,
    /// Where its pages stand, if not below its own address.
    pages: Option<&'static str>,
    icon: Icon,
    who: Who,
}

const HEADER: [Entry; 10] = [
    Entry {
        key: "layout-nav-application",
        path: "/home",
        pages: Some("/applications"),
        icon: Icon::Tasks,
        who: Who::At(Act::ViewOwnApplication),
    },
    Entry {
        key: "layout-nav-credentials",
        path: "/credentials",
        pages: None,
        icon: Icon::Key,
        who: Who::At(Act::ViewOwnCredentials),
    },
    Entry {
        key: "layout-nav-prices",
        path: "/prices",
        pages: None,
        icon: Icon::Card,
        who: Who::At(Act::ViewOwnPrices),
    },
    Entry { key: "layout-nav-members", path: "/members", pages: None, icon: Icon::People, who: Who::Member },
    Entry {
        key: "layout-nav-desk",
        path: "/desk",
        pages: None,
        icon: Icon::Tasks,
        who: Who::May(Act::ViewCases),
    },
    Entry {
        key: "layout-nav-channels",
        path: "/desk/channels",
        pages: Some("/live"),
        icon: Icon::Card,
        who: Who::May(Act::RecordChannels),
    },
    // Seniors answer what admins propose, and have no console of their own to come to it by.
    Entry {
        key: "layout-nav-fees",
        path: "/console/fees",
        pages: None,
        icon: Icon::Chart,
        who: Who::May(Act::ApproveBelowCost),
    },
    // And see to transfers, where they decide on cases.
    Entry {
        key: "layout-nav-transfers",
        path: "/console/transfers",
        pages: None,
        icon: Icon::Card,
        who: Who::Both(Act::Decide, Act::ManageTransfers),
    },
    Entry {
        key: "layout-nav-console",
        path: "/console",
        pages: Some("/live"),
        icon: Icon::Settings,
        who: Who::Either(Act::ManageStaff, Act::ReadAudit),
    },
    Entry {
        key: "layout-nav-operator",
        path: "/operator",
        pages: None,
        icon: Icon::Settings,
        who: Who::May(Act::OperateTenants),
    },
];

const SIDE: [Entry; 14] = [
    Entry {
        key: "layout-nav-overview",
        path: "/console",
        pages: None,
        icon: Icon::Chart,
        who: Who::May(Act::ViewApplications),
    },
    Entry {
        key: "layout-nav-applications",
        path: "/console/applications",
        pages: None,
        icon: Icon::Tasks,
        who: Who::May(Act::ViewApplications),
    },
    Entry {
        key: "layout-nav-staff",
        path: "/console/staff",
        pages: None,
        icon: Icon::People,
        who: Who::May(Act::ManageStaff),
    },
    Entry {
        key: "layout-nav-branding",
        path: "/console/branding",
        pages: None,
        icon: Icon::Theme,
        who: Who::May(Act::ManageTenant),
    },
    Entry {
        key: "layout-nav-settings",
        path: "/console/settings",
        pages: None,
        icon: Icon::Settings,
        who: Who::May(Act::ManageTenant),
    },
    Entry {
        key: "layout-nav-keys",
        path: "/console/credentials",
        pages: None,
        icon: Icon::Key,
        who: Who::May(Act::ManageAllCredentials),
    },
    Entry {
        key: "layout-nav-live",
        path: "/live",
        pages: None,
        icon: Icon::Card,
        who: Who::May(Act::OpenLive),
    },
    Entry {
        key: "layout-nav-fees",
        path: "/console/fees",
        pages: None,
        icon: Icon::Chart,
        who: Who::May(Act::CompareFees),
    },
    Entry {
        key: "layout-nav-screening",
        path: "/console/screening",
        pages: None,
        icon: Icon::Search,
        who: Who::May(Act::ManageScreening),
    },
    Entry {
        key: "layout-nav-retention",
        path: "/console/retention",
        pages: None,
        icon: Icon::Shield,
        who: Who::May(Act::ManageRetention),
    },
    Entry {
        key: "layout-nav-transfers",
        path: "/console/transfers",
        pages: None,
        icon: Icon::Card,
        who: Who::May(Act::ManageTransfers),
    },
    Entry {
        key: "layout-nav-audit",
        path: "/console/audit",
        pages: None,
        icon: Icon::Shield,
        who: Who::May(Act::ReadAudit),
    },
    Entry {
        key: "layout-nav-tenants",
        path: "/operator",
        pages: None,
        icon: Icon::Shop,
        who: Who::May(Act::OperateTenants),
    },
    Entry {
        key: "layout-nav-health",
        path: "/operator/health",
        pages: None,
        icon: Icon::Chart,
        who: Who::May(Act::OperateTenants),
    },
];

impl Who {
    fn sees(self, frame: &Frame) -> bool {
        let Some(reader) = &frame.reader else { return false };
        let may = |act: Act| reader.staff.iter().any(|role: &Role| role.may(act));
        match self {
            Self::Member => !reader.members.is_empty(),
            Self::At(act) => reader.members.iter().any(|role| role.may(act)),
            Self::May(act) => may(act),
            Self::Either(one, other) => may(one) || may(other),
            Self::Both(one, other) => may(one) && may(other),
        }
    }
}

/// The address of an entry: the operator's stand outside the tenants.
fn address(frame: &Frame, path: &str) -> String {
    if path.starts_with("/operator") { path.to_owned() } else { frame.at(path) }
}

/// Whether a page is this one or stands below it.
fn is_within(here: &str, address: &str) -> bool {
    here.strip_prefix(address).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

fn links(frame: &Frame, entries: &[Entry]) -> Vec<AnyView> {
    let here = frame.path.split('?').next().unwrap_or_default();
    let open: Vec<(String, &Entry)> = entries
        .iter()
        .filter(|entry| entry.who.sees(frame))
        .map(|entry| (address(frame, entry.path), entry))
        .collect();
    // The longest address that this page's begins with is where the reader is.
    let current = open
        .iter()
        .filter(|(href, entry)| {
            is_within(here, href) || entry.pages.is_some_and(|pages| is_within(here, &frame.at(pages)))
        })
        .map(|(href, _)| href.clone())
        .max_by_key(String::len);
    open.into_iter()
        .map(|(href, entry)| {
            let at = (current.as_deref() == Some(href.as_str())).then_some("page");
            view! { <li><a href=href aria-current=at>{icon(entry.icon)}<span>{frame.t(entry.key)}</span></a></li> }
                .into_any()
        })
        .collect()
}

/// The header's navigation; nothing for those who have nowhere to go.
pub(super) fn main(frame: &Frame) -> AnyView {
    let links = links(frame, &HEADER);
    if links.is_empty() {
        return ().into_any();
    }
    view! { <nav class="main-nav" aria-label=frame.t("layout-nav")><ul>{links}</ul></nav> }.into_any()
}

/// The console's side navigation.
pub(super) fn side(frame: &Frame) -> AnyView {
    let links = links(frame, &SIDE);
    view! { <nav class="side-nav" aria-label=frame.t("layout-nav-side")><ul>{links}</ul></nav> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::markup;
    use crate::frame::{Brand, Reader};
    use domain::Lang;

    fn frame(staff: Vec<Role>, members: Vec<Role>, path: &str) -> Frame {
        Frame {
            brand: Some(Brand { slug: "harbour".into(), name: "Harbour".into(), css: "/b.css".into() }),
            reader: Some(Reader { email: "a@example.com".into(), staff, members }),
            path: path.into(),
            ..Frame::bare(Lang::En)
        }
    }

    #[test]
    fn each_role_sees_its_own_side_alone() {
        let owner = markup(|| main(&frame(vec![], vec![Role::Owner], "/")));
        assert!(owner.contains("/t/harbour/home") && owner.contains("/t/harbour/credentials"), "{owner}");
        assert!(owner.contains("/t/harbour/members") && !owner.contains("/desk"), "{owner}");
        for papers in [Role::Papers, Role::Finance] {
            let html = markup(|| main(&frame(vec![], vec![papers], "/")));
            assert!(html.contains("/t/harbour/home") && !html.contains("/credentials"), "{html}");
        }
        let developer = markup(|| main(&frame(vec![], vec![Role::Developer], "/")));
        assert!(!developer.contains("/home") && developer.contains("/credentials"), "{developer}");
        let reviewer = markup(|| main(&frame(vec![Role::Reviewer], vec![], "/")));
        assert!(reviewer.contains("/t/harbour/desk") && !reviewer.contains("/console"), "{reviewer}");
        let senior = markup(|| main(&frame(vec![Role::SeniorReviewer], vec![], "/")));
        assert!(senior.contains("/t/harbour/console/fees") && senior.contains("/t/harbour/desk"), "{senior}");
        let auditor = markup(|| side(&frame(vec![Role::Auditor], vec![], "/")));
        assert!(auditor.contains("/console/audit") && !auditor.contains("/console/staff"), "{auditor}");
        let operator = markup(|| main(&frame(vec![Role::Operator], vec![], "/")));
        assert!(operator.contains("href=\"/operator\"") && !operator.contains("/desk"), "{operator}");
    }

    #[test]
    fn an_applications_pages_belong_to_the_list_of_them() {
        for path in
            ["/t/harbour/home", "/t/harbour/applications/1/papers?said=x", "/t/harbour/applications/start"]
        {
            let html = markup(|| main(&frame(vec![], vec![Role::Owner], path)));
            assert!(html.contains("href=\"/t/harbour/home\" aria-current=\"page\""), "{path}: {html}");
        }
        let html = markup(|| main(&frame(vec![], vec![Role::Owner], "/t/harbour/homes")));
        assert!(!html.contains("aria-current"), "{html}");
    }

    #[test]
    fn live_keys_belong_to_the_desks_channels_and_to_the_console() {
        for (role, href) in [(Role::SeniorReviewer, "/desk/channels"), (Role::Admin, "/console")] {
            let html = markup(|| main(&frame(vec![role], vec![], "/t/harbour/live")));
            assert!(html.contains(&format!("href=\"/t/harbour{href}\" aria-current=\"page\"")), "{html}");
        }
    }

    #[test]
    fn the_place_the_reader_is_at_is_marked_once() {
        let html = markup(|| side(&frame(vec![Role::Operator], vec![], "/operator/health?x=1")));
        assert_eq!(html.matches("aria-current=\"page\"").count(), 1, "{html}");
        assert!(html.contains("href=\"/operator/health\" aria-current=\"page\""), "{html}");
    }
}
