using CityRenewal.Geo.Shapes;

namespace CityRenewal.Geo.Defects;

/// <summary>How far places are from the nearest border of a layer.</summary>
/// <param name="shapes">The features of the layer.</param>
/// <param name="near">Adds the features whose box meets a box.</param>
/// <param name="unitsPerMetre">Scale of the grid.</param>
internal sealed class BorderDistances(PolygonColumns shapes, Action<GridBox, List<int>> near, double unitsPerMetre)
{
    /// <summary>Borders farther than this are not looked for, metres.</summary>
    public const double Reach = 12;

    /// <summary>Distances in metres in the order of the places; infinite where no border is within reach.</summary>
    public double[] Of(List<(int X, int Y)> places, int threads, CancellationToken cancel)
    {
        var distances = new double[places.Count];
        var reach = (int)(Reach * unitsPerMetre);
        FixedChunks.Run(
            places.Count,
            threads,
            () => new List<int>(),
            (rows, _, start, end) =>
            {
                for (var i = start; i < end; i++)
                {
                    var (x, y) = places[i];
                    rows.Clear();
                    near(new GridBox(x - reach, y - reach, x + reach, y + reach), rows);
                    var nearest = new NearestBorder(shapes);
                    foreach (var row in rows)
                    {
                        nearest.Look(row, x, y);
                    }

                    distances[i] = Math.Sqrt(nearest.Square) / unitsPerMetre;
                }
            },
            cancel);
        return distances;
    }
}
