using System.Text;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>Names, identity numbers and telephone numbers stay out of the city unless asked for.</summary>
public sealed class PersonalFieldTests : IDisposable
{
    // Made up: the district does not exist, the check digit is right.
    private const string Identity = "990106198503070016";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_check_digit_tells_an_identity_number_from_eighteen_digits()
    {
        Assert.True(PersonalContent.IsIdentity(Encoding.ASCII.GetBytes(WithCheckDigit(Identity))));
        Assert.False(PersonalContent.IsIdentity(Encoding.ASCII.GetBytes(WithOtherDigit(Identity))));
        Assert.False(PersonalContent.IsIdentity("500106001013000001"u8));
    }

    [Fact]
    public void Fields_are_known_by_name_and_by_what_stands_in_them()
    {
        var city = Import(Delivery());

        var notes = string.Join('\n', city.Report.Sources[0].Notes);
        Assert.All(new[] { "权利人", "联系电话", "备注", "说明" }, field => Assert.Contains($"{field} was dropped", notes, StringComparison.Ordinal));
        Assert.DoesNotContain("权利人类型 was", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("编码 was", notes, StringComparison.Ordinal);
        Assert.DoesNotContain(city.Layers[0].Columns, column => Enumerable.Range(0, column.Count).Any(row => column.TextOf(row).Contains("张三", StringComparison.Ordinal)));
    }

    [Fact]
    public void They_are_kept_where_the_user_asks_for_it()
    {
        var city = LayerImport.Read(new ImportRequest([Delivery()]) { KeepPersonalData = true });

        Assert.Equal("张三", city.Layers[0].Column("权利人")!.TextOf(0));
    }

    [Fact]
    public void A_mapping_that_takes_one_is_refused_unless_asked_for()
    {
        var file = Delivery();
        var mapping = _folder["map.yaml"];
        File.WriteAllText(mapping, "layers:\n- layer: buildings\n  file: fangwu.geojson\n  id: 房屋编号\n  fields: { structure: 结构, use: 备注 }\n");

        var refused = Assert.Throws<StoreException>(() => LayerImport.Read(new ImportRequest([file], mapping)));
        var kept = LayerImport.Read(new ImportRequest([file], mapping) { KeepPersonalData = true });

        Assert.Contains("'备注', which holds personal data", refused.Message, StringComparison.Ordinal);
        Assert.Contains("--keep-personal-data", refused.Message, StringComparison.Ordinal);
        Assert.Single(kept.Layers);
    }

    [Fact]
    public void A_draft_shows_none_of_it()
    {
        var draft = MappingDraft.Of(new ImportRequest([Delivery()]));

        Assert.DoesNotContain("张三", draft, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", draft, StringComparison.Ordinal);
        Assert.DoesNotContain(Identity[..10], draft, StringComparison.Ordinal);
        Assert.Contains("备注: 2 of 2 filled; personal data (identity numbers in 2 rows)", draft, StringComparison.Ordinal);
    }

    private static ImportedLayers Import(string file) => LayerImport.Read(new ImportRequest([file]));

    private string Delivery() => DeliveredSketch.Write(_folder["fangwu.geojson"], Row("F1", "张三", "13912345678"), Row("F2", "李四", "15812345678"));

    private static (string, object)[] Row(string id, string owner, string phone) =>
    [
        ("房屋编号", id), ("层数", 6), ("结构", "砖混"), ("权利人", owner), ("权利人类型", "个人"), ("联系电话", phone),
        ("备注", $"产权证 {WithCheckDigit(Identity)}"), ("说明", $"请拨 {phone}"), ("编码", "500106001013000001"),
    ];

    private static string WithCheckDigit(string number) => number[..17] + Enumerable.Range(0, 11).Select(digit => digit == 10 ? 'X' : (char)('0' + digit))
        .Single(digit => PersonalContent.IsIdentity(Encoding.ASCII.GetBytes(number[..17] + digit)));

    private static string WithOtherDigit(string number) => number[..17] + (WithCheckDigit(number)[17] == '1' ? '2' : '1');
}
