//! The crate and the npm package are one release: they carry one version.

#[test]
fn the_npm_package_has_the_version_of_the_crate() {
    let manifest = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/package.json"))
        .expect("package.json is at the top");
    let wanted = format!("\n  \"version\": \"{}\",\n", env!("CARGO_PKG_VERSION"));
    assert!(manifest.contains(&wanted), "package.json lacks {wanted}");
}
