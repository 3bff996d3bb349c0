using CityRenewal.Geo.Samples.Ground;

namespace CityRenewal.Geo.Samples.Blocks;

/// <summary>Divides a cell of the net into blocks by streets that get narrower from cut to cut.</summary>
internal sealed class CellStreets(int seed, Lattice lattice, Townscape townscape)
{
    private const double SmallestBlock = 350;
    private readonly Mesh _mesh = new();
    private readonly List<double> _halfWidths = [];
    private readonly RiverSide? _river = lattice.HasWideRiver ? new RiverSide(lattice.Gap(LineKind.River) / 2) : null;

    /// <summary>The regions of a cell.</summary>
    public List<Region> Regions(int i, int j)
    {
        var dice = Dice.For(seed, Topic.Streets, i, j);
        var old = OldQuarter.Of(seed, i, j);
        _mesh.Start(lattice.Cell(i, j));
        _halfWidths.Clear();
        for (var side = 0; side < 4; side++)
        {
            _halfWidths.Add(lattice.Gap(Lattice.Side(i, j, side)) / 2);
        }

        // Faces are added at the end, and a face that was cut is looked at again.
        for (var f = 0; f < _mesh.Faces.Count; f++)
        {
            while (Divide(_mesh.Faces[f], old, ref dice))
            {
            }
        }

        var regions = new List<Region>(_mesh.Faces.Count);
        for (var f = 0; f < _mesh.Faces.Count; f++)
        {
            regions.Add(RegionOf(_mesh.Faces[f], (i, j), f, old));
        }

        return regions;
    }

    private bool Divide(MeshFace face, OldQuarter old, ref Dice dice)
    {
        var ring = _mesh.RingOf(face);
        var middle = ring.Centre();
        if ((_river?.LandOf(ring) ?? face.Area) < BlockSize.Of(townscape.At(middle, old)) * dice.Between(1.05, 1.75))
        {
            return false;
        }

        var axis = ring.LongDirection();
        var (low, high) = ring.Extent(axis);
        var through = middle + ((dice.Between(-0.11, 0.11) * (high - low)) * axis);
        var direction = (axis.Left + (dice.Between(-0.3, 0.3) * axis)).Direction;
        (through, direction) = _river?.OnLand(ring, through, direction) ?? (through, direction);
        var street = _halfWidths.Count;
        _halfWidths.Add(HalfWidth(face.Depth, ref dice));
        return _mesh.TryCut(face, through, direction, street);
    }

    private static double HalfWidth(int depth, ref Dice dice) => depth switch
    {
        0 => dice.Between(9.0, 12.0),
        1 or 2 => dice.Between(6.0, 10.0),
        _ => dice.Between(3.0, 6.0),
    };

    private Region RegionOf(MeshFace face, (int I, int J) cell, int index, OldQuarter old)
    {
        var ring = _mesh.RingOf(face);
        var middle = ring.Centre();
        var halfWidths = face.Sides.Select(side => _halfWidths[side]).ToArray();
        var dice = Dice.For(seed, Topic.Block, cell.I, cell.J, index);
        var block = Chamfered(Inset(ring, halfWidths), ref dice);
        var quarter = BlockSize.Varied(townscape.At(middle, old), ref dice);
        var faces = block.Count == 0 ? 0 : BlockSize.Parcels(quarter, block.Area(), ref dice);
        return new Region
        {
            Cell = cell,
            Index = index,
            Half = face.Half,
            Corners = [.. face.Corners.Select(corner => _mesh.Spots[corner])],
            CellSides = [.. face.Sides.Select(side => side < 4 ? side : -1)],
            HalfWidths = halfWidths,
            Block = block,
            Quarter = quarter,
            OldTownDistance = old.Exists ? old.Distance(middle) : double.PositiveInfinity,
            IsHistoric = old.IsHistoric,
            Youth = townscape.Youth(middle),
            Remoteness = townscape.Remoteness(middle),
            Faces = faces,
            Extra = faces < 4 ? ExtraParcel.None : BlockSize.Extra(quarter, ref dice),
        };
    }

    private static Ring Inset(Ring region, double[] halfWidths)
    {
        var (block, spare) = (new Ring(), new Ring());
        block.Copy(region);
        for (var k = 0; k < halfWidths.Length; k++)
        {
            var outward = -1.0 * (region[k + 1] - region[k]).Direction.Left;
            block.Cut(outward, outward.Dot(region[k]) - halfWidths[k], spare);
            (block, spare) = (spare, block);
        }

        block.Clean(0.5);
        if (block.Area() < SmallestBlock)
        {
            block.Clear();
        }

        return block;
    }

    // Some corners are cut off, so that drivers see each other.
    private static Ring Chamfered(Ring block, ref Dice dice)
    {
        var chamfered = new Ring();
        for (var k = 0; k < block.Count; k++)
        {
            var (before, corner, after) = (block[k == 0 ? block.Count - 1 : k - 1], block[k], block[k + 1]);
            var size = dice.Chance(0.4) ? dice.Between(3.0, 7.0) : 0;
            var (back, ahead) = ((before - corner).Length, (after - corner).Length);
            if (size == 0 || Math.Min(back, ahead) < 4 * size)
            {
                chamfered.Add(corner);
                continue;
            }

            chamfered.Add(corner.Toward(before, size / back));
            chamfered.Add(corner.Toward(after, size / ahead));
        }

        return chamfered;
    }
}
