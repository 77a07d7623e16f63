//! Pictures for a camera.

use crate::{Result, ServiceError};
use fast_qr::{
    QRBuilder,
    convert::{Builder as _, Shape, svg::SvgBuilder},
};

/// A text as a QR code: an SVG that needs no style.
///
/// # Errors
/// The text is longer than a code can be.
pub(crate) fn svg(text: &str) -> Result<String> {
    let code =
        QRBuilder::new(text).build().map_err(|error| ServiceError::Internal(error.to_string().into()))?;
    Ok(SvgBuilder::default().shape(Shape::Square).to_str(&code))
}

#[cfg(test)]
mod tests {
    use super::svg;

    #[test]
    fn a_code_is_drawn_without_style_or_script() {
        let drawn = svg("https://pay.example/t/harbour/sign/AAAA").unwrap();
        assert!(drawn.starts_with("<svg") && drawn.len() > 500, "{drawn}");
        assert!(!drawn.contains("style") && !drawn.contains("script"), "{drawn}");
        assert!(svg(&"x".repeat(10_000)).is_err());
    }
}
