namespace CityRenewal.Geo.Delineation;

/// <summary>
/// Several nodes moved at once, on approval: afterwards all of it stays, or nothing has happened. It stays if what is lost
/// may be lost, every piece that was touched holds together and keeps barred pairs apart, and no locked node is left out.
/// </summary>
internal sealed class MoveTrial(SearchState state)
{
    private readonly UnitPieces _pieces = state.Pieces;
    private readonly List<(int Node, int From)> _steps = [];
    private readonly List<int> _touched = [];
    private bool _isAllowed;

    /// <summary>Number of nodes moved so far.</summary>
    public int Count => _steps.Count;

    /// <summary>Begins with nothing moved.</summary>
    public void Start()
    {
        _steps.Clear();
        _touched.Clear();
        _isAllowed = true;
    }

    /// <summary>Moves a node into a piece, or into none; a step that is not allowed lets all of them fail.</summary>
    public void Put(int node, int to)
    {
        var from = _pieces.PieceOf(node);
        if (state.IsFixedNode(node) || (to >= 0 && state.IsFixed(to)) || (to >= 0 && IsBarredFrom(node, to)))
        {
            _isAllowed = false;
        }

        if (!_isAllowed || from == to)
        {
            return;
        }

        Touch(from);
        Touch(to);
        _steps.Add((node, from));
        _pieces.Put(node, to);
    }

    /// <summary>Ends the trial; returns whether the moves stay.</summary>
    /// <param name="mostLoss">What may be lost, in the unit of value.</param>
    public bool Finish(double mostLoss)
    {
        if (!_isAllowed || _steps.Count == 0 || Gain() < -mostLoss || LeavesLockedOut() || !AllHold())
        {
            Undo();
            return false;
        }

        foreach (var (node, _) in _steps)
        {
            state.Moved(node);
        }

        _touched.ForEach(state.Settle);
        state.Keep();
        return true;
    }

    /// <summary>Takes all of it back.</summary>
    public void Undo()
    {
        for (var step = _steps.Count - 1; step >= 0; step--)
        {
            _pieces.Put(_steps[step].Node, _steps[step].From);
        }
    }

    private double Gain()
    {
        double gain = 0;
        foreach (var piece in _touched)
        {
            gain += state.EnergyWith(piece, _pieces.Sums(piece), _pieces.Rows(piece)) - state.Energy(piece);
        }

        return gain;
    }

    private bool LeavesLockedOut()
    {
        foreach (var (node, _) in _steps)
        {
            if (_pieces.PieceOf(node) < 0 && _pieces.Land.IsLockedIn(node))
            {
                return true;
            }
        }

        return false;
    }

    private bool AllHold()
    {
        foreach (var piece in _touched)
        {
            if (!state.Contiguity.Holds(piece))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsBarredFrom(int node, int piece)
    {
        foreach (ref readonly var link in _pieces.Land.LinksOf(node))
        {
            if (link.IsBarred && _pieces.PieceOf(link.Other) == piece)
            {
                return true;
            }
        }

        return false;
    }

    private void Touch(int piece)
    {
        if (piece >= 0 && !_touched.Contains(piece))
        {
            _touched.Add(piece);
        }
    }
}
