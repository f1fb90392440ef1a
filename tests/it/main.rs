//! The integration tests: one binary, one trial per golden script and per file of vectors.

#[cfg(not(target_arch = "wasm32"))]
mod differential;
#[cfg(unix)]
mod differential_mysql;
mod direct;
#[cfg(not(target_arch = "wasm32"))]
mod generator;
#[cfg(unix)]
mod generator_mysql;
mod invariants;
mod layers;
#[cfg(unix)]
mod mariadb;
#[cfg(not(target_arch = "wasm32"))]
mod mutation;
#[cfg(not(target_arch = "wasm32"))]
mod odd_values;
#[cfg(not(target_arch = "wasm32"))]
mod plan_order;
mod random;
mod replay;
mod scripts;
mod sections;
mod towers;
mod vectors;
mod windows;

use libtest_mimic::{Arguments, Trial};

fn main() {
    let arguments = Arguments::from_args();
    let mut trials: Vec<Trial> = Vec::new();
    trials.extend(vectors::trials());
    trials.extend(layers::trials());
    trials.extend(invariants::trials());
    trials.extend(direct::trials());
    trials.extend(towers::trials());
    trials.extend(windows::trials());
    trials.extend(scripts::trials());
    // The real databases are there natively only.
    #[cfg(not(target_arch = "wasm32"))]
    trials.extend(differential::trials());
    #[cfg(not(target_arch = "wasm32"))]
    trials.extend(plan_order::trials());
    #[cfg(not(target_arch = "wasm32"))]
    trials.extend(odd_values::trials());
    #[cfg(unix)]
    trials.extend(differential_mysql::trials());
    libtest_mimic::run(&arguments, trials).exit();
}
