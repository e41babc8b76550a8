// # Prometheus
//
// The measurements of a process in Prometheus' text format 0.0.4: a backend of swift-metrics, so that libraries' measurements are
// among them.
//
// *Assumes* names and labels that are part of the program: no caller's words among them, and few of them. *Out of scope*: pushing.
//
// Laws:
// 1. The same name and labels are the same series, whoever asks for it.
// 2. At most `limit` series are kept; what comes beyond them is counted in one of its own, never lost silently.
// 3. Counters and sums never fall but by a reset.
