import Access
import HTTPTypes
import Surface

extension Problem {
    /// What the gate's refusal is to a client.
    init(_ error: AccessError) {
        self =
            switch error {
            case .unauthenticated(.missing): .anonymous
            case .unauthenticated(let doubt): .unbelieved("Your token is not accepted: \(doubt).")
            case .wrongCredentials: .unbelieved("Email address and password do not belong together.")
            case .forbidden(let what): Problem(.forbidden, "Not allowed: \(what).")
            case .invalid(let what): Problem(.validation, "There is something wrong with the \(what).")
            case .conflict(let what): Problem(.conflict, "There is already, or still, \(what).")
            case .notFound(let what): Problem(.notFound, "There is no such \(what).")
            case .overloaded: .busy
            case .unavailable, .configuration: .degraded
            }
    }

    private static func unbelieved(_ detail: String) -> Problem {
        var problem = Problem(.unauthenticated, detail)
        problem.headers[.wwwAuthenticate] = #"Bearer error="invalid_token""#
        return problem
    }
}
