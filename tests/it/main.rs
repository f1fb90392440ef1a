//! The integration tests: one binary, one trial per golden script and per file of vectors.

#[cfg(not(target_arch = "wasm32"))]
mod differential;
#[cfg(not(target_arch = "wasm32"))]
mod generator;
mod layers;
mod random;
mod replay;
mod scripts;
mod vectors;

use libtest_mimic::{Arguments, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = Vec::new();
    trials.extend(vectors::trials());
    trials.extend(layers::trials());
    trials.extend(random::trials());
    trials.extend(scripts::trials());
    // The real SQLite is there natively only.
    #[cfg(not(target_arch = "wasm32"))]
    trials.extend(differential::trials());
    libtest_mimic::run(&arguments, trials).exit();
}
