using System.Globalization;
using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Stores.Formats;

namespace CityRenewal.Geo.Stores.Tests.Formats;

public sealed class GeoJsonRunTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(200)]
    [InlineData(5_000)]
    public void Runs_hold_the_features_in_their_order_wherever_they_start(int bytesOfRun)
    {
        var runs = Read(Array(Enumerable.Range(0, 300).Select(row => Feature(row))), bytesOfRun);

        Assert.NotNull(runs);
        Assert.True(runs.Count > 1);
        var expected = Enumerable.Range(0, 300).Select(row => row.ToString(CultureInfo.InvariantCulture));
        Assert.Equal(expected, runs.SelectMany(run => Texts(run, "n")));
    }

    [Fact]
    public void A_text_that_looks_like_the_start_of_a_feature_starts_no_run()
    {
        const string trap = @"},{\""type\"":\""Feature\""";
        var runs = Read(Array(Enumerable.Range(0, 300).Select(row => Feature(row, trap))), bytesOfRun: 300);

        Assert.NotNull(runs);
        Assert.Equal(300, runs.Sum(run => run.Shapes.Count));
        Assert.All(runs.SelectMany(run => Texts(run, "note")), text => Assert.Equal("},{\"type\":\"Feature\"", text));
    }

    [Fact]
    public void Features_within_a_feature_prove_no_run()
    {
        const string inner = @"[{""a"":1},{""type"":""Feature"",""properties"":{},""geometry"":null}]";
        var features = Enumerable.Range(0, 40).Select(row => $@"{{""type"":""Feature"",""inner"":{inner},""properties"":{{""n"":{row}}},""geometry"":null}}");

        Assert.True(Read(Array(features), bytesOfRun: 20) is not { } runs || runs.Sum(run => run.Shapes.Count) == 40);
    }

    [Fact]
    public void A_broken_feature_is_left_to_reading_from_the_start() =>
        Assert.Null(Read(Array(Enumerable.Range(0, 50).Select(row => row == 30 ? "{\"type\":\"Feature\",}x" : Feature(row))), bytesOfRun: 500));

    private static List<GeoJsonFeatures>? Read(string array, int bytesOfRun)
    {
        var json = Encoding.UTF8.GetBytes(array);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();
        var runs = new GeoJsonRuns(json, "layer", CancellationToken.None) { BytesOfRun = bytesOfRun };
        if (runs.Read((int)reader.BytesConsumed, reader.CurrentState) is not { } read)
        {
            return null;
        }

        Assert.Equal((byte)']', json[read.End]);
        return [.. read.Runs];
    }

    private static string Array(IEnumerable<string> features) => $"[{string.Join(" ,\n ", features)}\n]";

    private static string Feature(int row, string note = "") =>
        $@"{{ ""type"": ""Feature"", ""properties"": {{""n"":{row},""note"":""{note}""}}, ""geometry"": null}}";

    private static IEnumerable<string> Texts(GeoJsonFeatures run, string field)
    {
        var values = run.ValuesOf(field);
        return Enumerable.Range(0, values.Count).Select(row => values[row]);
    }
}
