extension RPCError.Code {
    package static let unsupportedMethod = Self(rawValue: 1400)
    package static let recipientNotFound = Self(rawValue: 1401)
    package static let requestTooLarge = Self(rawValue: 1402)
    package static let unsupportedServer = Self(rawValue: 1403)
    package static let unsupportedVersion = Self(rawValue: 1404)
    /// The method itself failed.
    package static let applicationError = Self(rawValue: 1500)
    /// The recipient did not acknowledge the request in time.
    package static let connectionTimeout = Self(rawValue: 1501)
    package static let responseTimeout = Self(rawValue: 1502)
    package static let recipientDisconnected = Self(rawValue: 1503)
    package static let responseTooLarge = Self(rawValue: 1504)
    package static let sendFailed = Self(rawValue: 1505)

    /// What it means, for people.
    var sentence: String {
        switch self {
        case .unsupportedMethod: "the method is not supported there"
        case .recipientNotFound: "the recipient is not in the room"
        case .requestTooLarge: "the request is too large"
        case .unsupportedServer: "the server does not support calls"
        case .unsupportedVersion: "the version of the call is not supported"
        case .applicationError: "the method failed"
        case .connectionTimeout: "the recipient did not acknowledge the call"
        case .responseTimeout: "the recipient did not answer in time"
        case .recipientDisconnected: "the recipient has left"
        case .responseTooLarge: "the answer is too large"
        case .sendFailed: "the call could not be sent"
        default: "the call failed"
        }
    }
}
