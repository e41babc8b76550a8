import Wire

/// RE-CONFIG: one or two requests or responses about streams (RFC 6525, section 3.1).
struct ReconfigurationChunk: Hashable, Sendable {
    var parameters: [ReconfigurationParameter]

    init(_ parameters: ReconfigurationParameter...) {
        self.parameters = parameters
    }

    init?(from reader: inout ByteReader) {
        guard let list = Parameter.list(from: &reader) else { return nil }
        parameters = []
        for parameter in list {
            guard let parsed = ReconfigurationParameter(parameter) else { return nil }
            parameters.append(parsed)
        }
    }

    func write(to writer: inout ByteWriter) {
        for parameter in parameters {
            parameter.encoded.write(to: &writer)
        }
    }
}
