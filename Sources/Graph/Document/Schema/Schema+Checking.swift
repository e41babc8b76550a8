extension Schema {
    /// Reports everything in which a document's value is not as it must be.
    package func check(_ value: DocumentValue, _ problems: inout DocumentProblems) {
        var check = SchemaCheck(problems)
        check.check(value, by: self)
        problems = check.problems
    }

    /// Everything that is wrong with JSON, such as a tool's arguments; empty when nothing is.
    package func problems(in json: JSON) -> [DocumentError] {
        var problems = DocumentProblems()
        check(DocumentValue(json), &problems)
        return problems.invalid?.errors ?? []
    }
}
