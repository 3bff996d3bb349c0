namespace CityRenewal.Geo.Defects;

/// <summary>A corner of a ring with its two edges, in metres.</summary>
internal readonly struct RepairCorner
{
    private const double SpikeLength = 0.05;
    private const double Straight = 0.001;

    private readonly double _inX;
    private readonly double _inY;
    private readonly double _outX;
    private readonly double _outY;

    public RepairCorner((double X, double Y) before, (double X, double Y) at, (double X, double Y) after, LayerHabits habits)
    {
        At = at;
        (_inX, _inY) = ((at.X - before.X) * habits.MetresPerX, (at.Y - before.Y) * habits.MetresPerY);
        (_outX, _outY) = ((after.X - at.X) * habits.MetresPerX, (after.Y - at.Y) * habits.MetresPerY);
    }

    public (double X, double Y) At { get; }

    /// <summary>How far the corner lies off the line through its neighbours, metres.</summary>
    public double OffLine => Math.Abs(Cross) / Math.Max(1e-9, Math.Sqrt(Math.Pow(_inX + _outX, 2) + Math.Pow(_inY + _outY, 2)));

    public bool IsStraight => Along > 0 && OffLine <= Straight;

    private double Cross => (_inX * _outY) - (_inY * _outX);

    private double Along => (_inX * _outX) + (_inY * _outY);

    private double Shorter => Math.Sqrt(Math.Min((_inX * _inX) + (_inY * _inY), (_outX * _outX) + (_outY * _outY)));

    /// <summary>Less than half a degree between the way out and the way back, as the check has it.</summary>
    public static bool IsSpike(RepairCorner corner) =>
        corner.Along < 0 && corner.Shorter > SpikeLength && Math.Abs(corner.Cross) < 0.0087 * -corner.Along;

    /// <summary>How far the tip reaches, metres.</summary>
    public static double ReachOf(RepairCorner corner) => corner.Shorter;
}
