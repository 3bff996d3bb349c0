using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Dirty;

/// <summary>Keeps planted defects so far apart that none touches what another one changed.</summary>
internal sealed class PlantingGround
{
    /// <summary>Least distance between the boxes of two planted features, metres.</summary>
    public const double Apart = 20;

    private const double CellSide = 100;
    private readonly Dictionary<(int Column, int Row), List<SpotBox>> _taken = [];

    /// <summary>Whether nothing was planted within the distance.</summary>
    public bool IsFree(SpotBox box)
    {
        var wide = box.Wider(Apart);
        return !CellsOf(wide).Any(cell => _taken.TryGetValue(cell, out var boxes) && boxes.Exists(wide.Meets));
    }

    /// <summary>Something was planted here.</summary>
    public void Take(SpotBox box)
    {
        foreach (var cell in CellsOf(box))
        {
            if (!_taken.TryGetValue(cell, out var boxes))
            {
                _taken[cell] = boxes = [];
            }

            boxes.Add(box);
        }
    }

    private static IEnumerable<(int Column, int Row)> CellsOf(SpotBox box)
    {
        for (var row = (int)Math.Floor(box.MinY / CellSide); row <= (int)Math.Floor(box.MaxY / CellSide); row++)
        {
            for (var column = (int)Math.Floor(box.MinX / CellSide); column <= (int)Math.Floor(box.MaxX / CellSide); column++)
            {
                yield return (column, row);
            }
        }
    }
}
