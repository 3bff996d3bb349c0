using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Finds the fields that name or identify people, by what they are called and by what stands in them.</summary>
internal static class PersonalFields
{
    private static readonly string[] Parts =
    [
        "权利人", "产权人", "所有权人", "使用权人", "承租人", "户主", "房主", "业主", "法人", "法定代表人", "代理人", "联系人", "负责人", "姓名", "证件号", "证件种类", "身份证",
        "电话", "手机", "联系方式", "银行账号", "owner", "phone", "mobile", "idcard", "id_card", "identity",
    ];

    private static readonly HashSet<string> Codes = new(StringComparer.OrdinalIgnoreCase)
    {
        "QLR", "QLRMC", "QLRXM", "QLRZJH", "QLRZJHM", "ZJH", "ZJHM", "ZJLX", "ZJZL", "SFZ", "SFZH", "SFZHM", "XM", "CQR", "CQRMC", "FR", "FRMC", "FRDH", "FDDBR", "LXR",
        "LXDH", "DH", "SJ", "SJH", "SJHM", "LXFS", "HZ", "HZXM", "HZMC", "DLR", "DLRMC", "TEL",
    };

    // What is said about the right and not about the person.
    private static readonly string[] Harmless = ["类型", "性质", "数量", "人数", "个数"];

    /// <summary>The fields, in the order of the file.</summary>
    public static IReadOnlyList<PersonalField> In(DeliveredLayer delivered) =>
    [
        .. delivered.Columns.Select(column => Of(column)).OfType<PersonalField>(),
    ];

    private static PersonalField? Of(SourceColumn column) =>
        IsNamedSo(column.Name) ? new PersonalField(column.Name, "its name says so")
        : PersonalContent.Of(column) is { } content ? new PersonalField(column.Name, content)
        : null;

    private static bool IsNamedSo(string field) =>
        Codes.Contains(field)
        || (Parts.Any(part => field.Contains(part, StringComparison.OrdinalIgnoreCase)) && !Harmless.Any(word => field.EndsWith(word, StringComparison.Ordinal)));
}
