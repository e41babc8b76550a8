/// The keys of a session in Redis, and how errors name what they hold.
struct SessionKeys {
    let state: String
    let summary: String
    let stateName: String
    let summaryName: String

    init(_ sessionID: String) {
        state = "session:\(sessionID)"
        summary = "summary:\(sessionID)"
        stateName = "the state of session \(sessionID)"
        summaryName = "the summary of session \(sessionID)"
    }
}
