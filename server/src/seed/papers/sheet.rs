//! Papers as PDF, whose Chinese font is named and not carried, as offices write them.

use crate::seed::companies::Company;
use pdf_writer::{
    Content, Finish as _, Name, Pdf, Rect, Ref, Str,
    types::{CidFontType, SystemInfo},
};

const WIDTH: f32 = 842.0;
const HEIGHT: f32 = 595.0;
const FONT: &[u8] = b"STSong-Light";

/// 营业执照.
pub(in crate::seed) fn licence(company: &Company) -> Vec<u8> {
    let from = company.licensed_from;
    let date = format!("{}年{}月{}日", from.year(), u8::from(from.month()), from.day());
    let place =
        format!("{}{}{}{}", company.city.province, company.city.city, company.city.district, company.street);
    sheet(
        "营业执照",
        &[
            ("统一社会信用代码", &company.uscc),
            ("名称", &company.name),
            ("类型", "有限责任公司（自然人投资或控股）"),
            ("法定代表人", &company.representative.name),
            ("成立日期", &date),
            ("营业期限", &format!("{date}至长期")),
            ("住所", &place),
            ("经营范围", company.scope),
        ],
    )
}

/// 开户许可证.
pub(in crate::seed) fn bank_proof(company: &Company) -> Vec<u8> {
    sheet(
        "基本存款账户信息",
        &[
            ("账户名称", &company.name),
            ("账户号码", &company.account_number),
            ("开户银行", &company.bank_name),
            ("法定代表人", &company.representative.name),
            ("联行号", &company.cnaps),
        ],
    )
}

/// 授权函.
pub(in crate::seed) fn letter(company: &Company) -> Vec<u8> {
    sheet(
        "授权函",
        &[
            ("授权人", &company.name),
            ("经办人", &company.representative.name),
            ("证件号码", &company.representative.id_number),
            ("授权事项", "代表本公司办理钱包支付入驻申请的全部事宜"),
        ],
    )
}

/// A paper of the United States.
pub(in crate::seed) fn american(company: &Company, title: &str) -> Vec<u8> {
    sheet(title, &[("Company", &company.american), ("Signed by", &company.representative.american)])
}

fn sheet(title: &str, lines: &[(&str, &str)]) -> Vec<u8> {
    let mut drawing = Content::new();
    frame(&mut drawing);
    drawing.set_fill_gray(0.92);
    text(&mut drawing, 150.0, 200.0, 230.0, "样本");
    drawing.set_fill_rgb(0.55, 0.08, 0.08);
    let middle = (WIDTH - 44.0 * letters(title)) / 2.0;
    text(&mut drawing, 44.0, middle, 490.0, title);
    drawing.set_fill_gray(0.1);
    let mut y = 425.0;
    for (label, value) in lines {
        text(&mut drawing, 14.0, 90.0, y, label);
        text(&mut drawing, 16.0, 250.0, y, value);
        y -= 40.0;
    }
    file(&drawing.finish())
}

/// So many letters' widths: a Chinese one is as wide as it is high.
fn letters(text: &str) -> f32 {
    text.chars().map(|_| 1.0_f32).sum()
}

fn frame(drawing: &mut Content) {
    drawing.set_fill_rgb(0.995, 0.985, 0.96).rect(0.0, 0.0, WIDTH, HEIGHT).fill_nonzero();
    drawing.set_stroke_rgb(0.72, 0.55, 0.25).set_line_width(6.0);
    drawing.rect(28.0, 28.0, WIDTH - 56.0, HEIGHT - 56.0).stroke();
    drawing.set_line_width(1.5);
    drawing.rect(40.0, 40.0, WIDTH - 80.0, HEIGHT - 80.0).stroke();
    // Where a seal would be.
    drawing.set_stroke_rgb(0.8, 0.1, 0.1).set_line_width(3.0);
    drawing.rect(620.0, 70.0, 110.0, 110.0).stroke();
}

fn text(drawing: &mut Content, size: f32, x: f32, y: f32, text: &str) {
    drawing.begin_text().set_font(Name(b"F"), size).next_line(x, y).show(Str(&ucs2(text))).end_text();
}

/// As the encoding of the font wants it. Registries write a commoner character for one beyond the basic plane.
fn ucs2(text: &str) -> Vec<u8> {
    text.chars()
        .flat_map(|c| u16::try_from(u32::from(if c == '𠮷' { '吉' } else { c })))
        .flat_map(u16::to_be_bytes)
        .collect()
}

fn file(drawing: &[u8]) -> Vec<u8> {
    let [catalog, tree, page, body, font, descendant, descriptor] = [1, 2, 3, 4, 5, 6, 7].map(Ref::new);
    let mut pdf = Pdf::new();
    pdf.catalog(catalog).pages(tree);
    pdf.pages(tree).kids([page]).count(1);
    let mut sheet = pdf.page(page);
    sheet.media_box(Rect::new(0.0, 0.0, WIDTH, HEIGHT)).parent(tree).contents(body);
    sheet.resources().fonts().pair(Name(b"F"), font);
    sheet.finish();
    pdf.stream(body, drawing);
    pdf.type0_font(font)
        .base_font(Name(FONT))
        .encoding_predefined(Name(b"UniGB-UCS2-H"))
        .descendant_font(descendant);
    pdf.cid_font(descendant)
        .subtype(CidFontType::Type0)
        .base_font(Name(FONT))
        .system_info(SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"GB1"), supplement: 2 })
        .font_descriptor(descriptor)
        .default_width(1000.0);
    pdf.font_descriptor(descriptor)
        .name(Name(FONT))
        .bbox(Rect::new(0.0, -200.0, 1000.0, 900.0))
        .italic_angle(0.0)
        .ascent(880.0)
        .descent(-120.0)
        .cap_height(700.0)
        .stem_v(90.0);
    pdf.finish()
}
