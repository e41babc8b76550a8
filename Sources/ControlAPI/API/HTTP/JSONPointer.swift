/// Where something is in a JSON document (RFC 6901).
enum JSONPointer {
    /// From a document's path: `services[2].price` is `/services/2/price`.
    static func text(of path: String) -> String {
        var pointer = ""
        var step = ""
        var isQuoted = false
        func finish() {
            guard !step.isEmpty else { return }
            pointer += "/" + step.replacing("~", with: "~0").replacing("/", with: "~1")
            step = ""
        }
        for character in path {
            switch character {
            case "\"": isQuoted.toggle()
            case ".", "[", "]":
                if isQuoted { step.append(character) } else { finish() }
            default: step.append(character)
            }
        }
        finish()
        return pointer
    }
}
