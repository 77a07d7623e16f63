//! Every transition that concerns the applicant has told them so, in their language, as text and as HTML.

use super::{Tongue, Walked, walk::EMAIL};
use server::embedded::mailbox::Mail;

/// The subjects, in their order.
fn subjects(tongue: Tongue, case: &str) -> [String; 4] {
    let name = "深圳市海风贸易有限公司";
    match tongue {
        Tongue::English => [
            "Confirm your e-mail address".into(),
            format!("We have your application {case}"),
            format!("Your application {case} is approved"),
            format!("An API key of {name} was drawn"),
        ],
        Tongue::Chinese => [
            "请确认您的邮箱".into(),
            format!("已收到您的入驻申请 {case}"),
            format!("入驻申请 {case} 已通过"),
            format!("{name}的 API 密钥已生成"),
        ],
    }
}

/// Judges the applicant's mails.
pub(super) fn all_were_sent(walked: &Walked<'_>, tongue: Tongue) {
    let world = walked.applicant.tenant.world;
    let mut mails = world.mailbox.list(1000).expect("the mailbox is read");
    mails.retain(|mail| mail.to.iter().any(|to| to.contains(EMAIL)));
    mails.reverse();
    let found: Vec<_> = mails.iter().map(|mail| mail.subject.clone()).collect();
    assert_eq!(found, subjects(tongue, &walked.case_number));
    for mail in &mails {
        speaks(mail, tongue, &world.base_url);
    }
}

fn speaks(mail: &Mail, tongue: Tongue, base_url: &str) {
    let html = mail.html.as_deref().unwrap_or_else(|| panic!("{}: no HTML", mail.subject));
    assert!(html.contains(&format!("lang=\"{}\"", tongue.tag())), "{}: {html}", mail.subject);
    // The same link in both, to us and to nobody else.
    let links = |text: &str| text.matches("http").count();
    assert!(mail.text.contains(base_url) && html.contains(&format!("href=\"{base_url}")), "{}", mail.subject);
    assert_eq!(links(&mail.text), mail.text.matches(base_url).count(), "{}", mail.text);
    let brand = if tongue == Tongue::Chinese { "harbour支付" } else { "harbour Pay" };
    assert!(mail.text.contains(brand) && html.contains(brand), "{}: {}", mail.subject, mail.text);
    for text in [&mail.text, html] {
        assert!(!text.contains("mail-") && !text.contains("{ $"), "{}: {text}", mail.subject);
    }
}
