//! Two versions of a contract compared, edit by edit: what each edit means is
//! written down before.
