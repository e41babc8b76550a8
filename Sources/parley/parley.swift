// # parley
//
// The command. It only assembles: every part it starts is a room of its own. Commands that run until they are stopped
// (`dev`, `worker`, `api`) are service groups that end within seconds of SIGINT or SIGTERM.
//
// | folder | holds |
// | --- | --- |
// | `Commands/` | one type for each subcommand |
// | `Call/` | the caller of `parley call`: `CallScript` decides and measures, `Caller` owns the sockets |
// | `Chat/` | what `parley chat` reads and prints |
// | `Options/` | what commands share: servers, keys, logs, failures |
// | `Processes/` | what `dev`, `worker` and `api` are made of |
//
// *Assumes* the set-up: speech engines, and the pages beside the program. *Out of scope*: everything that is not the
// command line.
//
// Laws:
// 1. What programs read goes to standard output; everything else goes to standard error.
// 2. Every failure is one sentence, and an exit status: 1 the task failed; 2 nobody there, not let in, or port taken;
//    64 the command line is wrong.
// 3. Secrets come from the environment or are generated, and are never printed.
