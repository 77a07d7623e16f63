<<<<<<< HEAD
=======
//! x
>>>>>>> d13d282 (Settings, embedded services and the accept loop)
fn main() {}
