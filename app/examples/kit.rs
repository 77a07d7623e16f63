//! Writes the page of the kit's states to standard output: `cargo run -p app --features ssr --example kit -- zh-CN dark`.

use app::{Frame, Theme, document, pages::development};
use domain::Lang;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let has = |word: &str| words.iter().any(|given| given == word);
    let lang = words.iter().find_map(|word| Lang::from_tag(word)).unwrap_or_default();
    let theme = if has("dark") { Theme::Dark } else { Theme::Light };
    let frame = Frame { theme, test: has("test"), ..Frame::bare(lang) };
    println!("{}", document::render(&frame, development::kit(&frame)));
}
