//! The memory of the program: every block is wiped when it is freed (S-12). What holds a secret wipes itself as well; this
//! reaches the copies that nobody sees, as those that are left behind when a text grows, and whatever else was on the
//! screen of somebody who has signed out.

use std::alloc::System;

use zeroizing_alloc::ZeroAlloc;

#[global_allocator]
static ALLOCATOR: ZeroAlloc<System> = ZeroAlloc(System);
