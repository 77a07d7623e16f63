//! A name as somebody typed it, or as it stands on a paper: its language isn't the page's.

use crate::Frame;
use leptos::prelude::*;

/// A business's or person's name, marked with the language it is written in; where there is none yet, that is said.
pub fn name(frame: &Frame, name: &str) -> AnyView {
    if name.is_empty() {
        return view! { <span class="not-given">{frame.t("common-unnamed")}</span> }.into_any();
    }
    let lang = if name.chars().any(is_han) { "zh-CN" } else { "en" };
    view! { <span lang=lang>{name.to_owned()}</span> }.into_any()
}

/// The name inside a sentence, where nothing can be marked.
pub fn named(frame: &Frame, name: &str) -> String {
    if name.is_empty() { frame.t("common-unnamed") } else { name.to_owned() }
}

const fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{20000}'..='\u{3ffff}')
}

#[cfg(test)]
mod tests {
    use super::name;
    use crate::{Frame, document::markup};
    use domain::Lang;

    #[test]
    fn a_name_is_read_in_its_own_language() {
        for lang in Lang::ALL {
            let frame = Frame::bare(lang);
            let html = |text: &str| markup(|| name(&frame, text));
            assert!(html("海曼 Trading").contains("lang=\"zh-CN\""));
            assert!(html("𠮷野家").contains("lang=\"zh-CN\""));
            assert!(html("Harbour Goods LLC").contains("lang=\"en\""));
            assert!(html("").contains(&frame.t("common-unnamed")));
        }
    }
}
