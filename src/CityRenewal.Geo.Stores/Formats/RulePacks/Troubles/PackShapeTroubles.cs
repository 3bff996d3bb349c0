namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Troubles with how a pack is written: what a person sees without knowing any rule. The schema finds these too.</summary>
internal static class PackShapeTroubles
{
    public static PackTrouble NotYaml(string reason) => new(
        "not_yaml",
        ($"It is not YAML from here on: {reason.TrimEnd('.')}.", "Look at the indentation, colons, dashes and quotes there."),
        ($"自此处起不是合法的 YAML：{reason.TrimEnd('.')}。", "请检查此处的缩进、冒号、短横线和引号。"));

    public static PackTrouble Empty { get; } = new(
        "empty",
        ("The file is empty.", "Start with `pack:`, `version:` and `title:`; data/rule-packs/README.md shows how."),
        ("文件是空的。", "请从 pack、version、title 写起；写法见 data/rule-packs/README.md。"));

    public static PackTrouble SeveralDocuments { get; } = new(
        "several_documents",
        ("The file holds more than one YAML document.", "Write one pack a file, without `---` in between."),
        ("文件含多个 YAML 文档。", "一个文件只写一个规则包，中间不要有 ---。"));

    public static PackTrouble TooDeep(int most) => new(
        "too_deep",
        ($"It is nested more than {most} deep.", "A pack needs eight levels at most."),
        ($"嵌套超过 {most} 层。", "规则包至多需要八层。"));

    public static PackTrouble Alias { get; } = new(
        "alias",
        ("It refers to another place of the file (& and *).", "Write it out, so that every line can be read by itself."),
        ("引用了文件另一处（& 与 *）。", "请写全，使每一行都能单独读懂。"));

    public static PackTrouble UnknownField(string name, IReadOnlyList<string> known) => new(
        "unknown_field",
        ($"There is no field '{name}' here.", PackHints.Meant(name, known)),
        ($"此处没有字段“{name}”。", PackHints.MeantChinese(name, known)));

    public static PackTrouble MissingField(string name) => new(
        "missing_field",
        ($"The field '{name}' is missing.", $"Add `{name}: …` here."),
        ($"缺少字段“{name}”。", $"请在此处补写 {name}。"));

    public static PackTrouble WrongType(string expected, string chinese) => new(
        "wrong_type",
        ($"Here should be {expected}.", $"Write {expected}."),
        ($"此处应为{chinese}。", $"请写成{chinese}。"));

    public static PackTrouble OneOf(IReadOnlyList<string> names, int found) => new(
        found == 0 ? "missing_field" : "too_many_fields",
        ($"{(found == 0 ? "None" : $"{found}")} of {string.Join(", ", names)} {(found < 2 ? "is" : "are")} given.", "Write exactly one of them."),
        ($"{string.Join("、", names)} 中给出了 {found} 项。", "须且只须写其中一项。"));

    public static PackTrouble UnknownWord(string word, IReadOnlyList<string> known) => new(
        "unknown_word",
        ($"'{word}' is no word that is known here.", PackHints.Meant(word, known)),
        ($"此处不认识“{word}”。", PackHints.MeantChinese(word, known)));

    public static PackTrouble BadName(string name, string like) => new(
        "bad_name",
        ($"'{name}' is no name for it.", $"Small letters, digits and '{(like.Contains('_') ? '_' : '-')}' only, starting with a letter, as {like}."),
        ($"“{name}”不能作名称。", $"只用小写字母、数字和 {(like.Contains('_') ? '_' : '-')}，以字母开头，如 {like}。"));
}
