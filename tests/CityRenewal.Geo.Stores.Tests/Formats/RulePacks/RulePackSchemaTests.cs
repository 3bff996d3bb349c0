using System.Text.Json;
using CityRenewal.Geo.Overlay;
using CityRenewal.Geo.Stores.Tests.Commands;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The JSON Schema and the reader agree, judged by Debian's python3-jsonschema.</summary>
public sealed class RulePackSchemaTests : IDisposable
{
    private static readonly string Packs = Path.Combine(Renewal.Checkout, "data", "rule-packs");
    private static readonly string Schema = Path.Combine(Packs, "rule-pack.schema.json");

    private const string Weights = "{age: 1, danger: 1, density: 1, structure: 1, facilities: 1, earlier_renewal: 1}";

    // What is wrong with how a pack is written, beside what only a reader can know.
    private static readonly (string Old, string Written)[] BadlyWritten =
    [
        ("title: A small pack", "titel: A small pack\ntitle: A small pack"),
        ("scope: [area, project]", "scope: area"),
        ("scope: [area, project]", "scope: []"),
        ("scope: [area, project]", "scope: [area, projekt]"),
        ("    value: 0.2", "    value: a fifth"),
        ("    value: 0.2", "    value: -0.2"),
        ("    title: Little is demolished", "    title: [a, b]"),
        ("    assumed: true", "    assumed: perhaps"),
        ("date: 2021-08-30", "date: 30.8.2021"),
        ("strength: in_principle", "strength: should"),
        ("    unit: ratio", "    unit: ratios"),
        ("above: {sum: floor_area,", "above: {sum: floor_aera,"),
        ("demolition: elective", "demolition: elctive"),
        ("demolition: elective", "danger: [E]"),
        ("demolition: elective", "demolition: elective, age_at_least: 20.5"),
        ("demolition: elective", "demolition: elective, need_at_least: 1.2"),
        ("demolition: elective", "changes: true"),
        ("of: {sum: land_in,", "of: {sum: land_in, danger: [D],"),
        ("layer: ecological_red_line", "layer: ecological_redline"),
        ("of: {sum: land_in, layer: ecological_red_line}", "of: {sum: land_in}"),
        ("of: {sum: land_in, layer: ecological_red_line}", "of: {sum: land, layer: ecological_red_line}"),
        ("demolition: elective", "demolition: elective, in_layer: historic_core"),
        ("of: {sum: land_in, layer", "of: {sum: land_in, land_use: ['07'], layer"),
        ("division: district", "division: distrikt"),
        ("inside: {layer: udb,", "inside: {layer: water,"),
        ("inside: {layer: udb, strip: strip_m}", "inside: {layer: udb}"),
        ("      at_most: 0", "      at_most: -1"),
        ("      at_most: most_demolition", "      # no limit"),
        ("      at_most: most_demolition", "      at_most: 0.1\n      at_least: 0.1"),
        ("{id: exempt-out,", "{"),
        ("    whole: {layer: historic_zones}", "    whole: {layer: historic_zones}\n    all_of: [inside]"),
        ("    whole: {layer: historic_zones}", ""),
        ("all_of: [demolition, red-line]", "all_of: []"),
        ("  - id: red-line", "  - id: Red Line"),
        ("pack: small", "pack: Small!"),
        ("  strip_m:", "  strip-m:"),
        ("    source: notice", "    # no source"),
        ("consent: {text: the authority, text_zh: 主管部门}", "consent: {text: the authority}"),
        ("    whole: {layer: historic_zones}", "    whole: {layer: historic_zones}\n    price: 5"),
        ("    sum:\n", "    price: -1\n    sum:\n"),
        ("    whole: {layer: historic_zones}", "    contiguous: {gap: 20}"),
        ("    whole: {layer: historic_zones}", "    any_of: []"),
        ("    whole: {layer: historic_zones}", "    some_of: {rules: [inside]}"),
        ("    whole: {layer: historic_zones}", "    case: {if: inside}"),
        ("    whole: {layer: historic_zones}", "    declared: {number: x, at_least: 1}"),
        ("    whole: {layer: historic_zones}", "    declared: {number: x, unit: m2, at_least: 1, less_than: 2}"),
        ("    whole: {layer: historic_zones}", "    distance: {to: airports, at_most: 5}"),
        ("    whole: {layer: historic_zones}", "    apart: {from: everybody}"),
        ("    whole: {layer: historic_zones}", "    spread: {}"),
        ("    whole: {layer: historic_zones}", "    complete: {of: blocks, at_least: 2}"),
        ("    whole: {layer: historic_zones}", "    remainder: {of: blocks, smaller_than: 5}"),
        ("    whole: {layer: historic_zones}", "    frontage: {at_least: 5}"),
        ("    whole: {layer: historic_zones}", "    document: Not A Name"),
        ("    whole: {layer: historic_zones}", "    whole: {layer: water}"),
        ("    whole: {layer: historic_zones}", "    whole: {layer: historic_zones}\n    part: perhaps"),
        ("pack: small", "pack: small\nstatus: maybe"),
        ("demolition: elective", "demolition: elective, storeys_at_most: 2.5"),
        ("demolition: elective", "except: {built_up: perhaps}"),
        ("licence: CC0", ""),
        ("whole: {layer: historic_zones}", "category: many"),
        ("monitored:", "categories: [{id: Old, title: a, title_zh: b, weights: {age: 1}, any_of: []}]\nmonitored:"),
        ("monitored:", "categories: [{id: old, title: a, title_zh: b, weights: " + Weights + ", any_of: [[{use: [a]}]]}]\nmonitored:"),
        ("monitored:", "categories: [{id: old, title: a, title_zh: b, weights: " + Weights + ", any_of: [[{layer: water, share_at_least: 2}]]}]\nmonitored:"),
        ("monitored:", "categories: [{id: old, title: a, title_zh: b, weights: " + Weights + ", any_of: [[{mean_age_at_least: 1, use: [a]}]]}]\nmonitored:"),
    ];

    private readonly string _folder = Directory.CreateTempSubdirectory("renewal-schema").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_shipped_packs_and_the_small_one_fit_the_schema()
    {
        var small = Write("small", SmallPack.Yaml);

        var verdicts = Verdicts([.. Directory.GetFiles(Packs, "*.yaml"), .. Directory.GetFiles(ElsewherePackTests.Folder, "*.yaml"), small]);

        Assert.All(verdicts, verdict => Assert.Equal("ok", verdict));
    }

    [Fact]
    public void What_the_reader_refuses_for_how_it_is_written_the_schema_refuses_too()
    {
        string[] files = [.. BadlyWritten.Select((change, i) => Write($"bad{i:00}", SmallPack.With(change.Old, change.Written)))];

        var verdicts = Verdicts(files);

        for (var i = 0; i < files.Length; i++)
        {
            Assert.NotEmpty(SmallPack.Read(File.ReadAllText(files[i])).Problems);
            Assert.False(verdicts[i] == "ok", $"the schema takes {BadlyWritten[i].Written}");
        }
    }

    [Fact]
    public void The_schema_knows_the_layers_that_the_engine_knows()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema));

        Assert.Equal(
            LayerTheme.Standard.Select(theme => theme.Name).Order(StringComparer.Ordinal),
            schema.RootElement.GetProperty("$defs").GetProperty("layer").GetProperty("enum").EnumerateArray()
                .Select(name => name.GetString()!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_field_of_the_schema_is_described_in_both_languages()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Schema));

        Assert.Empty(Undescribed(schema.RootElement, ""));
    }

    private static IEnumerable<string> Undescribed(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            yield break;
        }

        foreach (var member in element.EnumerateObject())
        {
            var isFields = member is { Name: "properties", Value.ValueKind: JsonValueKind.Object } && element.TryGetProperty("additionalProperties", out _);
            foreach (var field in isFields ? member.Value.EnumerateObject() : default)
            {
                if (!field.Value.TryGetProperty("description", out var text)
                    || text.ValueKind == JsonValueKind.String && !text.GetString()!.Any(letter => letter >= '\u4e00'))
                {
                    yield return $"{path}.{field.Name}";
                }
            }

            foreach (var deeper in Undescribed(member.Value, $"{path}.{member.Name}"))
            {
                yield return deeper;
            }
        }
    }

    private string Write(string name, string yaml)
    {
        var path = Path.Combine(_folder, name + ".yaml");
        File.WriteAllText(path, yaml);
        return path;
    }

    private static string[] Verdicts(string[] files)
    {
        var ending = Renewal.Python("rule_packs.py", [Schema, .. files]);
        Assert.True(ending.Code == 0, ending.Error);
        return ending.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
