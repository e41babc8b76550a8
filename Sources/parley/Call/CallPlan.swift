/// What a call is to do.
struct CallPlan: Sendable {
    var lines: [ScriptLine]
    var timings = CallTimings()
    var isRecorded = false
}
