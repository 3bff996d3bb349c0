using CityRenewal.Geo.Cities;
using CityRenewal.Geo.Land;
using CityRenewal.Geo.Samples;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Benchmarks.Cities;

/// <summary>From delivered coordinates to a city: the transform, legal measures, and the whole assembly.</summary>
public sealed class AssemblySuite : IBenchmarkSuite
{
    /// <inheritdoc/>
    public string Name => "assembly";

    /// <inheritdoc/>
    public void Run(TrialBook book, int parcels)
    {
        var layers = SampleCity.Of(new SampleOptions(parcels, 7), null, CancellationToken.None);
        var plane = CityAssembly.From(layers, new AssemblyOptions()).City.Plane;
        var land = layers.First(layer => layer.Name == LayerNames.Parcels);
        MeasureTransforms(book, parcels, land, plane);

        book.Ours(Name, "legal area and perimeter of parcels", parcels, land.Shapes.Count, () => LegalMeasures.Of(land, new ParallelOptions()));
        var measured = layers.Select(layer => layer == land ? WithLegalMeasures(land) : layer).ToList();
        var features = layers.Sum(layer => (long)layer.Shapes.Count);
        var vertices = layers.Sum(layer => (long)layer.Shapes.X.Length);
        book.Ours(
            Name,
            "assemble a city from its layers",
            parcels,
            features,
            () => CityAssembly.From(measured, new AssemblyOptions { Plane = plane }),
            $"{features:N0} features, {vertices:N0} vertices; reading not counted");
    }

    private void MeasureTransforms(TrialBook book, int parcels, SourceLayer land, WorkingPlane plane)
    {
        var shapes = land.Shapes;
        var transform = PlaneTransform.Between(land.Epsg, plane);
        int[] gridX = new int[shapes.X.Length], gridY = new int[shapes.X.Length];
        double[] x = new double[shapes.X.Length], y = new double[shapes.X.Length];
        book.Ours(Name, "vertices to the grid, one thread", parcels, x.Length, () => transform.ToGrid(shapes.X, shapes.Y, gridX, gridY), "a feature is a vertex");
        book.Ours(Name, "vertices from the grid, one thread", parcels, x.Length, () => transform.FromGrid(gridX, gridY, x, y), "a feature is a vertex");
    }

    private static SourceLayer WithLegalMeasures(SourceLayer land)
    {
        var (areas, perimeters) = LegalMeasures.Of(land, new ParallelOptions());
        return new SourceLayer
        {
            Name = land.Name,
            Epsg = land.Epsg,
            Shapes = land.Shapes,
            Origin = land.Origin,
            Fids = land.Fids,
            Columns =
            [
                .. land.Columns.Where(column => column.Name is not (LegalMeasures.AreaColumn or LegalMeasures.PerimeterColumn)),
                new RealSource(LegalMeasures.AreaColumn, areas),
                new RealSource(LegalMeasures.PerimeterColumn, perimeters),
            ],
        };
    }
}
