/// The command: `--list` names the targets, `--seeds=FOLDER` writes their seeds, and `--target=NAME` feeds one, with
/// libFuzzer's arguments behind it. libFuzzer passes by what begins with two dashes.
@main
enum FuzzProgram {
    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        if let folder = value(of: "--seeds=", in: arguments) {
            try SeedCorpus(folder: folder).write()
        } else if let name = value(of: "--target=", in: arguments),
            let target = FuzzTarget.all.first(where: { $0.name == name })
        {
            LibFuzzer.run(target)
        } else {
            for target in FuzzTarget.all { print(target.name) }
        }
    }

    private static func value(of option: String, in arguments: ArraySlice<String>) -> String? {
        arguments.first { $0.hasPrefix(option) }.map { String($0.dropFirst(option.count)) }
    }
}
