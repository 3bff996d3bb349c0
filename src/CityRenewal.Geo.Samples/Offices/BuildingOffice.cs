using System.Globalization;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples.Ground;
using CityRenewal.Geo.Samples.Registers;

namespace CityRenewal.Geo.Samples.Offices;

/// <summary>
/// The housing office: buildings as GeoJSON in degrees without their parcel, written by many hands, towers apart from the
/// podium they stand on under one code; a workbook by code and a list by name.
/// </summary>
internal sealed class BuildingOffice
{
    private const string File = "fangwu.geojson";
    private const int FewestStoreysOfTowers = 12;

    private static readonly Dictionary<string, string> Structures = new()
    {
        ["steel"] = "1", ["reinforced-concrete"] = "3", ["brick-concrete"] = "4", ["brick-wood"] = "5",
    };

    private readonly SourceLayer _layer;
    private readonly int _seed;
    private readonly List<OfficeTruth> _truth;
    private readonly string[] _ids;

    public BuildingOffice(SourceLayer layer, int seed, List<OfficeTruth> truth)
    {
        (_layer, _seed, _truth) = (layer, seed, truth);
        _ids = [.. OfficeLayer.RowsOf(layer).Select(layer.Column("building_id")!.TextOf)];
    }

    /// <summary>The buildings; a tower on a podium comes as two rows of one code.</summary>
    public OfficeFile Buildings()
    {
        var rows = OfficeLayer.RowsOf(_layer).SelectMany(row => HasPodium(row) ? new[] { (row, 1), (row, 2) } : [(row, 0)]).ToArray();
        var layer = RowChoice.Of(_layer, [.. rows.Select(part => part.row)]);
        var shapes = PodiumShapes.Of(layer.Shapes, [.. rows.Select(part => part.Item2 == 2)]);
        string?[] Written(string column, Func<int, int, Handwriting.Note> hand) => [.. rows.Select(part => Noted(part, column, hand))];
        var columns = new SourceColumn[]
        {
            OfficeLayer.Text("房屋编号", rows.Select(part => _ids[part.row])),
            OfficeLayer.Text("楼栋名称", rows.Select(part => BuildingNames.Of(_ids[part.row], part.row))),
            OfficeLayer.Text("部位", rows.Select(part => part.Item2 switch { 1 => "裙房", 2 => "塔楼", _ => null })),
            OfficeLayer.Text("ZCS", Written("storeys_above", Storeys)),
            OfficeLayer.Text("JZMJ", Written("floor_area_m2", FloorArea)),
            OfficeLayer.Text("JGSJ", Written("year_built", Year)),
            OfficeLayer.Text("FWJG", rows.Select(part => Structures.GetValueOrDefault(_layer.Column("structure")!.TextOf(part.row)))),
            OfficeLayer.Text("鉴定等级", Written("danger_grade", Grade)),
            OfficeLayer.Text("违建", Written("illegal_area_m2", (row, _) => Handwriting.Illegal(Real("illegal_area_m2", row)))),
        };
        return new OfficeFile(File, OfficeFormat.GeoJson, [OfficeLayer.Of("fangwu", 4490, shapes, columns)]);
    }

    /// <summary>Households and people by building code, under a title and two rows of headings.</summary>
    public OfficeLedger Ledger()
    {
        const string name = "房屋台账.xlsx";
        var rows = new List<IReadOnlyList<object?>>
        {
            new object?[] { "样例城区房屋调查台账(虚构数据)" },
            new object?[] { "序号", "房屋编号", "产权人", "证件号码", "居住情况", null, "备注" },
            new object?[] { null, null, null, null, "户数", "人口", null },
        };
        foreach (var row in OfficeLayer.RowsOf(_layer).Where(row => Dice.For(_seed, Topic.Office, 20, row).Chance(0.8)))
        {
            var dice = Dice.For(_seed, Topic.Office, 21, row);
            var households = Handwriting.Count(Integer("households", row), "户", ref dice);
            var people = Handwriting.Count(Integer("people", row), "人", ref dice);
            AddTruth(name, row, "households", households);
            AddTruth(name, row, "people", people);
            rows.Add([rows.Count - 2, _ids[row], Fictitious.Name(row + 5000), Fictitious.Identity(row + 5000), Cell(households), Cell(people), null]);
        }

        return new OfficeLedger(name, "台账", rows, ["A1:G1", "A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:F2", "G2:G3"]);
    }

    /// <summary>Renewals by the name of the building, some names written otherwise than on the map.</summary>
    public OfficeLedger NameList()
    {
        const string name = "改造名册.csv";
        var rows = new List<IReadOnlyList<object?>> { new object?[] { "楼栋名称", "改造年份", "实施单位" } };
        foreach (var row in OfficeLayer.RowsOf(_layer).Where(row => Integer("renewed_year", row) > 0))
        {
            var dice = Dice.For(_seed, Topic.Office, 22, row);
            if (BuildingNames.Of(_ids[row], row) is not { } building)
            {
                continue;
            }

            var written = BuildingNames.Otherwise(building, ref dice);
            var year = Integer("renewed_year", row).ToString(CultureInfo.InvariantCulture);
            _truth.Add(new OfficeTruth(name, LayerNames.Buildings, _ids[row], "building_id", written, _ids[row]));
            _truth.Add(new OfficeTruth(name, LayerNames.Buildings, _ids[row], "renewed_year", year, year));
            rows.Add([written, year, "虚构更新公司"]);
        }

        return new OfficeLedger(name, "", rows, []);
    }

    private bool HasPodium(int row) =>
        Integer("storeys_above", row) >= FewestStoreysOfTowers
        && !double.IsNaN(Real("floor_area_m2", row))
        && _layer.Shapes.FeatureStart[row + 1] - _layer.Shapes.FeatureStart[row] == 1
        && Dice.For(_seed, Topic.Office, 10, row).Chance(0.2);

    // Parts are the office's own doing: what a part means is the building's only once they are put together.
    private string? Noted((int Row, int Part) part, string column, Func<int, int, Handwriting.Note> hand)
    {
        var note = hand(part.Row, part.Part);
        if (part.Part == 0)
        {
            AddTruth(File, part.Row, column, note);
        }
        else if (part.Part == 2)
        {
            AddTruth(File, part.Row, column, Whole(part.Row, column, note));
        }

        return note.Written;
    }

    private Handwriting.Note Whole(int row, string column, Handwriting.Note tower) => column switch
    {
        "floor_area_m2" => tower with { Meaning = Real(column, row).ToString("0.00", CultureInfo.InvariantCulture) },
        _ => tower,
    };

    private void AddTruth(string file, int row, string column, Handwriting.Note note) =>
        _truth.Add(new OfficeTruth(file, LayerNames.Buildings, _ids[row], column, note.Written ?? "", note.Meaning ?? ""));

    private Handwriting.Note Storeys(int row, int part)
    {
        var dice = Dice.For(_seed, Topic.Office, 11, row);
        return part == 1 ? new("3", "3") : part == 2
            ? new(Text(Integer("storeys_above", row)), Text(Integer("storeys_above", row)))
            : Handwriting.Storeys(Integer("storeys_above", row), ref dice);
    }

    private Handwriting.Note FloorArea(int row, int part)
    {
        var dice = Dice.For(_seed, Topic.Office, 12, row);
        var whole = Real("floor_area_m2", row);
        var podium = Math.Round(0.3 * whole, 2);
        return part == 0
            ? Handwriting.FloorArea(whole, ref dice)
            : new((part == 1 ? podium : Math.Round(whole - podium, 2)).ToString("0.00", CultureInfo.InvariantCulture), null);
    }

    private Handwriting.Note Year(int row, int part)
    {
        var dice = Dice.For(_seed, Topic.Office, 13, row);
        return Handwriting.Year(Integer("year_built", row), ref dice);
    }

    private Handwriting.Note Grade(int row, int part)
    {
        var dice = Dice.For(_seed, Topic.Office, 14, row);
        return Handwriting.Grade(_layer.Column("danger_grade")!.TextOf(row), ref dice);
    }

    private static object? Cell(Handwriting.Note note) =>
        int.TryParse(note.Written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : note.Written;

    private int Integer(string column, int row) =>
        ((IntegerSource)_layer.Column(column)!).Values[row] is var value && value == Unknown.Integer ? -1 : value;

    private double Real(string column, int row) => ((RealSource)_layer.Column(column)!).Values[row];

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
