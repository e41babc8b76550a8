import Testing

@Suite("Reading Swift") struct SourceTextTests {
    @Test(
        "comments and string contents are blanked, code and lines stay",
        arguments: [
            ("a // b", "a     "), ("a /* b /* c */ d */ e", "a                   e"),
            ("x(\"await\") y", "x(       ) y"),
            (#""\(f("x"))" z"#, "            z"), ("\"\"\"\n async \"q\"\n\"\"\" k", "   \n          \n    k"),
            ("#\"a\"b\"# c", "         c".dropFirst().description), ("\"\\\"\" d", "     d"),
            ("a\n// x\nb", "a\n    \nb"),
        ])
    func blanking(_ text: String, _ expected: String) {
        #expect(SourceText.blanked(text) == expected)
    }
}
