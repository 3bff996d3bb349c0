using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Tests.Cities;

/// <summary>Same content, same city: whatever the order of rows and layers, the number of threads, or who holds the plane.</summary>
public class SameCityTests
{
    private const double East = 360_000;
    private const double North = 3_270_000;
    private const int Many = 20_000;

    [Fact]
    public void The_order_of_rows_layers_and_threads_leaves_no_trace()
    {
        var straight = CityAssembly.From([Parcels(row => row), Buildings()], new AssemblyOptions { Threads = 1 });
        var shuffled = CityAssembly.From([Buildings(), Parcels(row => row * 7919 % Many)], new AssemblyOptions { Threads = 3 });

        Assert.Equal(straight.City.DataVersion, shuffled.City.DataVersion);
        Assert.Equal(straight.City.Parcels.Shapes.X, shuffled.City.Parcels.Shapes.X);
        Assert.Equal(straight.City.Parcels.Ids.Bytes, shuffled.City.Parcels.Ids.Bytes);
        Assert.Equal(straight.City.Parcels.LandUse.Words, shuffled.City.Parcels.LandUse.Words);
    }

    [Fact]
    public void Rows_lie_along_the_curve_and_ties_go_by_id()
    {
        var parcels = CityAssembly.From([Parcels(row => row * 7919 % Many)], new AssemblyOptions()).City.Parcels;
        var places = Enumerable.Range(0, parcels.Count).Select(row =>
        {
            var box = parcels.Shapes.BoxOf(row);
            // Without a shape there is no place: such rows come last.
            return (box.IsEmpty ? ulong.MaxValue : HilbertCurve.PlaceOf((box.MinX + box.MaxX) >> 1, (box.MinY + box.MaxY) >> 1), parcels.Ids[row]);
        }).ToList();

        Assert.Equal(places.OrderBy(place => place.Item1).ThenBy(place => place.Item2, StringComparer.Ordinal), places);
    }

    [Fact]
    public void Sheets_of_one_layer_are_the_layer()
    {
        var whole = CityAssembly.From([Parcels(row => row)], new AssemblyOptions()).City;
        var halves = CityAssembly.From(
            [Parcels(row => row, Many / 2, Many), Parcels(row => row, 0, Many / 2)], new AssemblyOptions { Plane = whole.Plane }).City;

        Assert.Equal(whole.DataVersion, halves.DataVersion);
    }

    [Fact]
    public void Any_change_of_content_is_another_version()
    {
        var before = CityAssembly.From([Parcels(row => row), Buildings()], new AssemblyOptions()).City;
        string[] versions =
        [
            before.DataVersion,
            Version(new AssemblyOptions { BaselineYear = 2025 }, Buildings()),
            Version(new AssemblyOptions(), Buildings(storeys: 4)),
            Version(new AssemblyOptions(), Buildings(side: 8.0001)),
            Version(new AssemblyOptions()),
        ];

        Assert.Equal(versions.Length, versions.Distinct().Count());
        Assert.Equal(versions[0], Version(new AssemblyOptions(), Buildings()));

        static string Version(AssemblyOptions options, params SourceLayer[] others) =>
            CityAssembly.From([Parcels(row => row), .. others], options).City.DataVersion;
    }

    [Fact]
    public void With_a_plane_given_layers_are_taken_one_by_one()
    {
        var taken = 0;
        var held = new List<WeakReference>();
        IEnumerable<SourceLayer> Lazily()
        {
            foreach (var side in (double[])[5, 6, 7])
            {
                taken++;
                var layer = Buildings(side: side);
                held.Add(new WeakReference(layer.Shapes));
                yield return layer;
            }
        }

        CityAssembly.From(Lazily(), new AssemblyOptions { Plane = WorkingPlanes.For(106.4, 29.4, 106.7, 29.7) });
        GC.Collect();

        Assert.Equal(3, taken);
        Assert.All(held.Take(2), shapes => Assert.False(shapes.IsAlive));
    }

    [Fact]
    public void Work_ends_when_it_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        cancel.Cancel();

        Assert.Throws<OperationCanceledException>(() =>
            CityAssembly.From([Parcels(row => row)], new AssemblyOptions(), null, cancel.Token));
    }

    private static SourceLayer Parcels(Func<int, int> order, int from = 0, int to = Many)
    {
        var rows = Enumerable.Range(0, Many).Select(order).Where(row => row >= from && row < to).ToList();
        var sketch = new LayerSketch(LayerNames.Parcels);
        foreach (var row in rows)
        {
            // Every hundredth has no shape, every hundredth shares its outline with the one before.
            var place = row % 100 == 51 ? row - 1 : row;
            double[][] rings = row % 100 == 7 ? [] : [LayerSketch.Ring(East + (place % 100 * 20), North + (place / 100 * 20), 15 + (place % 3), 15)];
            sketch.Feature($"P{row:D6}", rings);
        }

        return sketch
            .Words("land_use", [.. rows.Select(row => row % 5 == 0 ? "" : $"07{row % 5}")])
            .With(new RealSource("far_limit", [.. rows.Select(row => row % 3 == 0 ? double.NaN : row % 7 * 0.5)]))
            .ToLayer();
    }

    private static SourceLayer Buildings(int storeys = 3, double side = 8)
    {
        var sketch = new LayerSketch(LayerNames.Buildings);
        for (var row = 0; row < 100; row++)
        {
            sketch.Square($"B{row:D3}", East + (row * 20), North, side);
        }

        return sketch.With(new IntegerSource("storeys_above", [.. Enumerable.Repeat(storeys, 100)])).ToLayer();
    }
}
