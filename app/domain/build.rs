//! Lists the dated data files, so that adding a kind of merchant or a calendar needs no code.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    if env::var_os("CARGO_FEATURE_DATA").is_none() {
        return Ok(());
    }
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    for folder in ["rules", "calendars", "lists", "places", "fees", "channels", "retention"] {
        let path = Path::new(&root).join("data").join(folder);
        println!("cargo::rerun-if-changed={}", path.display());
        fs::write(Path::new(&out).join(format!("{folder}.rs")), list(&path)?)?;
    }
    Ok(())
}

/// A Rust slice of `(file name, text)`, sorted by name.
fn list(folder: &Path) -> io::Result<String> {
    // Git keeps no empty folder.
    if !folder.exists() {
        return Ok("&[]".into());
    }
    let mut paths: Vec<_> =
        fs::read_dir(folder)?.map(|entry| entry.map(|e| e.path())).collect::<Result<_, _>>()?;
    paths.retain(|path| path.extension().is_some_and(|ext| ext == "json"));
    paths.sort();
    let lines: Vec<_> = paths
        .iter()
        .map(|path| {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            format!("({name:?}, include_str!({:?})),", path.display().to_string())
        })
        .collect();
    Ok(format!("&[\n{}\n]\n", lines.join("\n")))
}
