import Document

/// Reads a graph out of a document.
struct GraphReader<State: Sendable, Event: GraphEvent, Effect: Sendable> {
    private let catalogue: NodeCatalogue<State, Event, Effect>
    private var problems: DocumentProblems
    private var graph = StateGraph<State, Event, Effect>()

    init(catalogue: NodeCatalogue<State, Event, Effect>, file: String?) {
        self.catalogue = catalogue
        problems = DocumentProblems(file: file)
    }

    /// The graph, without defects.
    mutating func graph(_ document: DocumentValue) throws(InvalidDocument) -> StateGraph<State, Event, Effect> {
        GraphSchema.document.check(document, &problems)
        graph.reducers = catalogue.reducers
        graph.entry = document["entry"].string
        graph.recursionLimit = document["recursion_limit"].int ?? graph.recursionLimit
        graph.version = document["version"].int ?? graph.version
        for entry in document["nodes"].entries { add(entry) }
        for edge in document["edges"].elements { add(edge) }
        // Whatever could not be read would be missed again by the graph.
        try problems.check()
        for defect in graph.defects() {
            let place = defect.place(in: document)
            problems.report(defect.description, line: place.line, path: place.path)
        }
        try problems.check()
        return graph
    }

    // MARK: Nodes

    private mutating func add(_ entry: DocumentValue.Entry) {
        guard let name = entry.value["kind"].string else { return }
        guard let kind = catalogue.kinds[name] else {
            let hint = Spelling.hint(for: name, among: catalogue.kinds.keys.sorted())
            return problems.report("is no kind of node" + hint, at: entry.value["kind"])
        }
        let given = entry.value["with"]
        // Without parameters, the kind's schema is held against none.
        let parameters = given.isNull ? DocumentValue(.mapping([]), at: entry.position, path: given.path) : given
        var found = DocumentProblems(file: problems.file)
        kind.parameters.check(parameters, &found)
        if let invalid = found.invalid { return problems.report(invalid) }
        kind.add(&graph, entry.key, kind.parameters.json(of: parameters))
        setPolicy(of: entry.key, entry.value)
    }

    private mutating func setPolicy(of node: String, _ value: DocumentValue) {
        let timeout = value["timeout"].double.map { Duration.seconds($0) }
        let retry = value["retry"]
        guard timeout != nil || !retry.isNull else { return }
        let none = RetryPolicy.none
        graph.setPolicy(
            of: node, timeout: timeout,
            retry: RetryPolicy(
                attempts: retry["attempts"].int ?? 1,
                backoff: retry["backoff"].double.map { .seconds($0) } ?? none.backoff,
                growth: retry["growth"].double ?? none.growth,
                longest: retry["longest"].double.map { .seconds($0) } ?? none.longest))
    }

    // MARK: Edges

    private mutating func add(_ edge: DocumentValue) {
        guard let from = edge["from"].string else { return }
        let given = Set(edge.entries.filter { !$0.value.isNull }.map(\.key))
        if given.contains("fan_out") {
            guard expect(["from", "fan_out", "join"], optional: ["within"], given, edge) else { return }
            graph.addFanOut(
                from: from, to: edge["fan_out"].elements.compactMap(\.string), join: edge["join"].string ?? "",
                within: edge["within"].double.map { .seconds($0) })
        } else if given.contains("when") {
            guard expect(["from", "when", "to"], given, edge) else { return }
            addCondition(from: from, edge)
        } else {
            guard expect(["from", "to"], given, edge) else { return }
            guard let target = edge["to"].string else {
                return problems.report("needs a condition (when) to choose among several nodes", at: edge["to"])
            }
            graph.addEdge(from, to: target)
        }
    }

    /// Whether an edge has the keys of its kind and no others; what is wrong is reported.
    private mutating func expect(
        _ required: [String], optional: [String] = [], _ given: Set<String>, _ edge: DocumentValue
    ) -> Bool {
        var isComplete = true
        for key in required where !given.contains(key) {
            problems.report("is missing", at: edge[key])
            isComplete = false
        }
        for entry in edge.entries where given.contains(entry.key) && !(required + optional).contains(entry.key) {
            // A key that no edge has is reported by the schema.
            guard ["to", "when", "fan_out", "join", "within"].contains(entry.key) else { continue }
            problems.report("does not belong to this kind of edge", at: entry)
            isComplete = false
        }
        return isComplete
    }

    private mutating func addCondition(from: String, _ edge: DocumentValue) {
        let name = edge["when"].string ?? ""
        guard let condition = catalogue.conditions[name] else {
            let hint = Spelling.hint(for: name, among: catalogue.conditions.keys.sorted())
            return problems.report("is no condition" + hint, at: edge["when"])
        }
        if edge["to"].string != nil {
            problems.report("must say where each label of the condition leads", at: edge["to"])
        }
        for entry in edge["to"].entries where !condition.labels.contains(entry.key) {
            problems.report(
                "is no label of \(name)" + Spelling.hint(for: entry.key, among: condition.labels), at: entry)
        }
        graph.edges[from, default: GraphEdges()].conditions.append(
            .init(branches: condition.labels.map { ($0, edge["to"][$0].string) }, choose: condition.choose))
    }
}
