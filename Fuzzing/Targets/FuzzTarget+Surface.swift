import Document
import Feeds
import Supervision
import Surface

// What clients of the control plane send.
extension FuzzTarget {
    static let frame = FuzzTarget(name: "frame") {
        [
            #"{"type":"subscribe","session_id":"sess_1","after_seq":12,"types":["turn"]}"#,
            #"{"type":"resume","session_id":"sess_1","after_seq":"sess_1:12"}"#,
            #"{"type":"command","id":"1","session_id":"sess_1","command":{"type":"say","text":"Hi"}}"#,
            #"{"type":"chat","id":"1","session_id":"sess_1","message":"Hi"}"#, #"{"type":"ack","seq":4}"#,
            #"{"type":"auth","token":"secret"}"#, #"{"type":"ping"}"#,
        ].map { Array($0.utf8) }
    } feed: { input in
        do {
            _ = try ClientFrame.parse(String(decoding: input, as: UTF8.self))
        } catch {
            precondition(!"\(error)".isEmpty, "an error without a word")
        }
    }

    /// The body of any operation: budgets, commands, webhooks, people.
    static let requestBody = FuzzTarget(name: "request-body") {
        [
            #"{"day":{"soft_micros":1,"hard_micros":2},"month":{"hard_micros":9223372036854775807}}"#,
            #"{"type":"say","text":"One moment, please."}"#, #"{"url":"https://host/hook","events":["call.ended"]}"#,
            #"{"name":"ann","role":"supervisor","password":"a long one"}"#,
        ].map { Array($0.utf8) }
    } feed: { input in
        guard let body = try? JSON(parsing: String(decoding: input, as: UTF8.self)) else { return }
        let value = DocumentValue(body)
        for operation in Surface.operations {
            guard let schema = operation.body else { continue }
            var problems = DocumentProblems()
            schema.check(value, &problems)
            _ = problems.invalid?.description
        }
    }
}
