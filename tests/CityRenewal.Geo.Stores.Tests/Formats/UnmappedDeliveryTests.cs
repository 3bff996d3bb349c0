using System.Text.Json;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Stores.Formats;
using CityRenewal.Geo.Stores.Tests.Commands;
using CityRenewal.Geo.Stores.Tests.GeoPackage;

namespace CityRenewal.Geo.Stores.Tests.Formats;

/// <summary>The district as delivered, read without a mapping: what data alone can tell is told.</summary>
public sealed class UnmappedDeliveryTests : IDisposable
{
    private static readonly Lazy<ImportedLayers> Unmapped = new(() => LayerImport.Read(Request()));
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void It_is_the_city_that_the_mapping_makes()
    {
        var mapped = TestData.ImportAsDelivered();

        Assert.Equal(Texts(mapped), Texts(Unmapped.Value));
    }

    [Fact]
    public void The_draft_runs_as_it_is_and_makes_the_same_city()
    {
        var draft = _folder["draft.yaml"];
        File.WriteAllText(draft, MappingDraft.Of(Request()));

        var drafted = LayerImport.Read(new ImportRequest(TestData.AsDelivered(), draft));

        Assert.Equal(Texts(Unmapped.Value), Texts(drafted));
    }

    [Fact]
    public void An_independent_reading_finds_the_same_values()
    {
        var opinion = Renewal.Python("as_delivered.py", Path.Combine(TestData.Folder, "as-delivered"));
        Assert.True(opinion.Code == 0, opinion.Error);
        using var read = JsonDocument.Parse(opinion.Output);

        foreach (var fact in read.RootElement.EnumerateObject())
        {
            var (layer, column) = (fact.Name.Split('.')[0], fact.Name.Split('.')[1]);
            var values = Unmapped.Value.Layers.Single(known => known.Name == layer).Column(column)!;
            if (fact.Value.ValueKind == JsonValueKind.Number)
            {
                var sum = Enumerable.Range(0, values.Count).Select(values.TextOf).Where(text => text.Length > 0).Sum(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture));
                Assert.Equal(1, sum / fact.Value.GetDouble(), tolerance: 1e-9);
            }
            else
            {
                var counts = Enumerable.Range(0, values.Count).GroupBy(values.TextOf).ToDictionary(group => group.Key, group => group.Count());
                Assert.Equal(fact.Value.EnumerateObject().ToDictionary(word => word.Name, word => word.Value.GetInt32()), counts);
            }
        }
    }

    private static ImportRequest Request() => new(TestData.AsDelivered())
    {
        ReferenceSystems = [new GivenReferenceSystem(4544, "LSWHBHX.shp")],
        BaselineYear = 2026,
    };

    // Every value of every column with one, whatever the order of the columns.
    private static List<string> Texts(ImportedLayers city) =>
    [
        .. from layer in city.Layers.OrderBy(layer => layer.Name, StringComparer.Ordinal)
           from row in Enumerable.Range(0, layer.Shapes.Count)
           select $"{layer.Name} {layer.Epsg} " + string.Join('|', layer.Columns.OrderBy(column => column.Name, StringComparer.Ordinal)
               .Where(column => column.TextOf(row).Length > 0).Select(column => $"{column.Name}={column.TextOf(row)}")),
    ];
}
