using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using CityRenewal.Geo.Metrics;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Metrics;

/// <summary>Every shape measure of random outlines, computed a second time by Python with shapely and numpy.</summary>
public class SecondOpinionTests
{
    private const int Count = 24;

    [Fact]
    public void Python_measures_the_same()
    {
        var shapes = Outlines();
        var ours = ShapeMeasures.Of(shapes, Drawn.Plane, ShapeSelection.All);
        using var theirs = Python(shapes);
        for (var i = 0; i < Count; i++)
        {
            foreach (var property in theirs.RootElement[i].EnumerateObject())
            {
                var measured = ours[i, MeasureNames.TryShape(property.Name)!.Value];
                double expected = property.Value.GetDouble(), tolerance = ToleranceOf(property.Name) * Math.Max(1, Math.Abs(expected));
                Assert.True(
                    expected >= measured.Low - tolerance && expected <= measured.High + tolerance,
                    $"outline {i}, {property.Name}: {measured.Low} .. {measured.High}, Python says {expected}");
            }
        }
    }

    // What Python samples is less exact than what we integrate: its own error decides.
    private static double ToleranceOf(string name) => name switch
    {
        "cohesion" => 0.01,
        "depth" => 0.005,
        "girth" => 0.002,
        "traversal" => 0.01,
        "proximity" => 0.005,
        "exchange" => 0.001,
        "dispersion" => 1e-4,
        _ => 1e-9,
    };

    // Stars of 4 to 60 corners; every third with a hole, every fourth in two parts.
    private static PolygonColumns Outlines()
    {
        var random = new Random(11);
        var builder = new PolygonColumnsBuilder();
        for (var i = 0; i < Count; i++)
        {
            var corners = random.Next(4, 60);
            (double X, double Y)[] Star(double east, double least) =>
            [
                .. Enumerable.Range(0, corners).Select(corner => (Angle: 2 * Math.PI * corner / corners, Reach: least + (random.NextDouble() * 300)))
                    .Select(at => (east + (at.Reach * Math.Cos(at.Angle)), at.Reach * Math.Sin(at.Angle))),
            ];
            Drawn.Add(builder, Star(0, 200), false);
            if (i % 3 == 0)
            {
                Drawn.Add(builder, Drawn.Corners(6, 60, i), true);
            }

            if (i % 4 == 0)
            {
                Drawn.Add(builder, Star(1500, 150), false);
            }

            builder.EndFeature();
        }

        return builder.ToColumns();
    }

    private static JsonDocument Python(PolygonColumns shapes)
    {
        var start = new ProcessStartInfo("/usr/bin/python3")
        {
            RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "Metrics", "second_opinion.py"));
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        process.StandardInput.Write(ToJson(shapes));
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"python3 with shapely and numpy is needed (apt install python3-shapely python3-numpy): {errors.Result}");
        return JsonDocument.Parse(output.Result);
    }

    private static string ToJson(PolygonColumns shapes)
    {
        var text = new StringBuilder("[");
        for (var i = 0; i < shapes.Count; i++)
        {
            text.Append(i > 0 ? "," : "").Append('[');
            for (var ring = shapes.FeatureStart[i]; ring < shapes.FeatureStart[i + 1]; ring++)
            {
                text.Append(ring > shapes.FeatureStart[i] ? "," : "").Append('[').AppendJoin(',', Enumerable
                    .Range(shapes.RingStart[ring], shapes.RingStart[ring + 1] - shapes.RingStart[ring])
                    .Select(v => string.Create(
                        CultureInfo.InvariantCulture, $"[{shapes.X[v] * Drawn.Plane.GridSize:R},{shapes.Y[v] * Drawn.Plane.GridSize:R}]")))
                    .Append(']');
            }

            text.Append(']');
        }

        return text.Append(']').ToString();
    }
}
