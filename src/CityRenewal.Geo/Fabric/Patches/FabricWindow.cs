using CityRenewal.Geo.Land;
using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Fabric;

/// <summary>The fabric of some parcels of a city by themselves. Near its rim it is not that of the city; inside it is.</summary>
/// <param name="Reading">What was read of them.</param>
/// <param name="Rows">Their rows in the city, ascending.</param>
internal sealed record FabricWindow(FabricReading Reading, int[] Rows)
{
    /// <summary>Reads the surface parcels of some rows.</summary>
    public static FabricWindow Of(City city, int[] rows, FabricBasis basis, CancellationToken cancel)
    {
        var (parcels, box) = (city.Parcels, GridBox.Empty);
        List<int> x = [], y = [], rings = [0], features = [0];
        var ids = new TextColumnBuilder();
        foreach (var row in rows)
        {
            var shapes = parcels.Shapes;
            for (var ring = shapes.FeatureStart[row]; ring < shapes.FeatureStart[row + 1]; ring++)
            {
                x.AddRange(shapes.X[shapes.RingStart[ring]..shapes.RingStart[ring + 1]]);
                y.AddRange(shapes.Y[shapes.RingStart[ring]..shapes.RingStart[ring + 1]]);
                rings.Add(x.Count);
            }

            features.Add(rings.Count - 1);
            ids.Add(parcels.Ids.Utf8(row));
            box = box.With(shapes.BoxOf(row));
        }

        // Snapping moves borders by a tolerance or two.
        box = box.Around((4 * basis.ToleranceOn(city.Plane)) + 8);
        var water = new Zones
        {
            Ids = TextColumn.Missing(0), Names = TextColumn.Missing(0), Parents = TextColumn.Missing(0), Kinds = CodeColumn.Unknown(0),
            Shapes = WindowRings.Of(city.Layer(LayerNames.Water).Shapes, box),
            Numbers = new Dictionary<string, double[]>(),
        };
        var window = new City
        {
            Name = city.Name,
            Plane = city.Plane,
            DataVersion = city.DataVersion,
            Parcels = new Parcels
            {
                Ids = ids.ToColumn(),
                Shapes = new PolygonColumns([.. x], [.. y], [.. rings], [.. features]),
                Positions = Array.ConvertAll(rows, row => city.Parcels.Position[row]),
                LegalArea = [], LegalPerimeter = [], DeclaredArea = [], FarLimit = [], Locks = [],
                LandUse = CodeColumn.Unknown(0), LandUseSystem = CodeColumn.Unknown(0),
            },
            Buildings = city.Buildings,
            ZoneLayers = new Dictionary<string, Zones> { [LayerNames.Water] = water },
        };
        var study = basis.Study with { Outline = WindowRings.Of(basis.Study.Outline, box) };
        return new FabricWindow(FabricAssembly.OfWindow(window, basis with { Study = study }, cancel), rows);
    }
}
