import Document
import HummingbirdCore
import Surface

extension Operation {
    /// What was asked for in the query and the headers, typed; throws a problem that names all that is wrong.
    func query(of request: Request) throws(Problem) -> [String: JSON] {
        var values: [String: JSON] = [:]
        var problems = DocumentProblems()
        for parameter in parameters where parameter.place == .query {
            guard let text = request.uri.queryParameters[Substring(parameter.name)].map(String.init) else {
                if parameter.isRequired {
                    problems.report("is missing", line: nil, path: .key(parameter.name, in: .root))
                }
                continue
            }
            let scalar = DocumentScalar(text, parameter.schema.isText ? .quoted : .plain)
            let value = DocumentValue(.scalar(scalar), path: .key(parameter.name, in: .root))
            parameter.schema.check(value, &problems)
            values[parameter.name] = parameter.schema.json(of: value)
        }
        try Self.check(problems)
        return values
    }

    /// Throws a problem that names all that is wrong with a body.
    func check(_ body: JSON) throws(Problem) {
        guard let schema = self.body else { return }
        var problems = DocumentProblems()
        try schema.named(by: body).check(DocumentValue(body), &problems)
        try Self.check(problems)
    }

    private static func check(_ problems: DocumentProblems) throws(Problem) {
        guard let invalid = problems.invalid else { return }
        let errors = invalid.errors.map { error -> JSON in
            ["pointer": .string(JSONPointer.text(of: error.path)), "detail": .string(error.what)]
        }
        let first = invalid.errors.first.map { "\($0.path) \($0.what)" } ?? ""
        throw Problem(.validation, first, ["errors": .array(errors)])
    }
}

extension Schema {
    fileprivate var isText: Bool {
        if case .text = shape { true } else { false }
    }

    /// Of several forms that differ by their `type` the one that a body names, so that what is wrong is told about that one.
    fileprivate func named(by body: JSON) throws(Problem) -> Schema {
        guard case .either(let forms) = shape else { return self }
        guard let type = body["type"] else { throw .invalid("/type", "type is missing") }
        let form = forms.first { form in
            guard case .object(let fields) = form.shape, let field = fields.first(where: { $0.name == "type" })
            else { return false }
            return field.schema.problems(in: type).isEmpty
        }
        guard let form else { throw .invalid("/type", "type is none of those that there are") }
        return form
    }
}
