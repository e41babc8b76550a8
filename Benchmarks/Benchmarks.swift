// # Benchmarks
//
// The program behind `make bench`: it measures what a call costs and how fast the agent is, and compares with the limits.
//
// Two ways of measuring. The media paths run in this process, frame by frame beside the bare C libraries doing the same
// work, by the thread's processor time, so that other programs matter little; their allocations are counted where they
// are made (`CAllocations`). Calls are real: `parley dev`, `parley worker`, `parley call` and `parley eval --voice` are
// started as programs of their own and talk over loopback; their figures are wall clock, and a busy machine makes them
// worse, never better. The load of talking calls has engines that cost nothing, in a program of its own
// (`talking-worker`); where `PARLEY_PEER_PYTHON` names a Python with livekit-agents, the same callers call a worker of
// that with the same engines (`Peers/`), and its figures stand beside ours. They never fail a row: where there is no such
// Python, or its worker does not do what it should, the row's note says so. To have it:
//
//     python3 -m venv .venv-peer && .venv-peer/bin/pip install livekit-agents==1.8.9
//     make bench ARGS="--only talking" PARLEY_PEER_PYTHON=$PWD/.venv-peer/bin/python
//
// It has a process for each call, so there are fewer calls, 4: with two to five of them each took the same. `PARLEY_PEER_CALLS`
// is another number, at least 2. Processor time and memory are those of its worker and all processes that the worker
// started, and ours are counted in the same way.
//
// *Assumes* a release build with `parley` beside this program, the recordings of Tests/Interop, and Linux's /proc.
// *Out of scope*: networks with loss and delay, other speech engines than the embedded ones.
//
// Laws:
// 1. Every value is measured in the run that prints it; what could not be measured misses its limit.
// 2. Ratios compare the same packets and samples, taken in turns, in one run; figures are medians.
// 3. Every program that was started is ended by its process number, also when this one is interrupted.

import ArgumentParser
import Foundation

/// The command.
@main
struct Benchmarks: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "parley-bench",
        abstract: "Measure Parley and compare with its limits.",
        discussion: """
            Prints a table and writes it to .build/bench.json as a list of {name, value, unit, limit, ok}. What programs \
            it starts use free ports, a database of their own and the embedded speech engines.

            Exit status: 0 when every limit is kept, 1 when not, 64 when the command line is wrong, 130 when interrupted.
            """, subcommands: [TalkingWorker.self])

    @Option(help: ArgumentHelp("Only the rows whose name begins so. May be repeated.", valueName: "name"))
    var only: [String] = []

    @Flag(help: "Measure for as long as the limits say: five minutes of talking calls, every sound at three moments.")
    var long = false

    @Flag(help: "Print JSON in place of the table.")
    var json = false

    func validate() throws {
        for name in only where !Row.allCases.contains(where: { $0.name.hasPrefix(name) }) {
            let names = Row.allCases.map(\.name).joined(separator: ", ")
            throw ValidationError("there is no row '\(name)'; there are \(names).")
        }
    }

    func run() throws {
        let watch = ChildWatch()
        defer { watch.stop() }
        let rows = Row.allCases.filter { row in only.isEmpty || only.contains { row.name.hasPrefix($0) } }
        let report = Report(Bench(rows: Set(rows), isLong: long).run())
        if ChildWatch.isEnding { throw ExitCode(130) }
        try report.write(to: ".build/bench.json")
        print(json ? report.json : report.table)
        if !report.isGood { throw ExitCode(1) }
    }
}
