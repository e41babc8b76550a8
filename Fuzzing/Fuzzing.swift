// # Fuzzing
//
// The program behind `make fuzz`: everything that reads what strangers send is fed inputs that libFuzzer makes up, guided
// by which code they reach. A `FuzzTarget` is one reader with the seeds to begin from; those of connected peers and rooms
// read an input as a `Script` of things that happen, so that whole sequences are searched, behind real handshakes.
//
// *Assumes* the fuzzing runtime of the Swift toolchain, and the instrumentation and testability that `Scripts/fuzz` asks for;
// it is no part of the other builds. *Out of scope*: sockets, OpenSSL, libsrtp2 and libopus themselves, which are not instrumented.
//
// Laws:
// 1. An input alone decides what happens, certificates and keys excepted: what crashed once crashes again.
// 2. No input traps, hangs, or makes memory grow without bound.
// 3. What a target states in a precondition holds for every input: most of all, what is read and written again reads the
//    same.
