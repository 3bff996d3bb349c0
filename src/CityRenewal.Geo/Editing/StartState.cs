using System.Collections.Immutable;
using CityRenewal.Geo.Areas;
using CityRenewal.Geo.Land;

namespace CityRenewal.Geo.Editing;

/// <summary>The state that a session begins with, or everything that is wrong with it.</summary>
internal sealed class StartState(EditStart start, GroundShelf shelf, CancellationToken cancel)
{
    private readonly List<OptionProblem> _problems = [];
    private EditGround _ground = shelf.For([], cancel);
    private EditState _state = new();

    /// <summary>The state.</summary>
    /// <exception cref="EditException">Two areas share an id or a parcel, or one has no land; lists all of it.</exception>
    public static EditState Of(EditStart start, GroundShelf shelf, CancellationToken cancel)
    {
        var made = new StartState(start, shelf, cancel);
        made.MakeAgain();
        made.Place();
        made.Decide();
        return made._problems.Count == 0 ? made._state : throw new EditException(made._problems);
    }

    private void MakeAgain()
    {
        foreach (var line in start.Earlier.Select(edit => edit.Command).Where(line => EditCommand.Words(line)[0] is "split" or "lock"))
        {
            var edit = EditCommand.Parse(line);
            if (edit is LockParcels locks)
            {
                Lock(locks);
                continue;
            }

            _state = edit.On(Desk());
            _ground = shelf.For(_state.Cuts, cancel);
        }
    }

    // What the plan's own options lock already needs no lock of the session.
    private void Lock(LockParcels locks)
    {
        var desk = Desk();
        var parcels = desk.Parcels(locks.Parcels);
        desk.Require();
        foreach (var parcel in parcels)
        {
            var isOfPlan = _ground.Plan.Locks[parcel] == locks.Lock;
            _state = _state with { Locks = isOfPlan ? _state.Locks.Remove(parcel) : _state.Locks.SetItem(parcel, locks.Lock) };
        }
    }

    private EditDesk Desk() => new(_ground, _state, new ParcelOwners(_ground.City.Parcels.Count))
    {
        Reader = new AreaReader(_ground),
        Current = id => throw new InvalidOperationException($"{id} is not placed yet"),
        Cancel = cancel,
    };

    private void Place()
    {
        var owners = new Dictionary<int, string>();
        foreach (var (id, parcels) in start.Areas)
        {
            if (parcels.Count == 0)
            {
                Refuse("area", id, "No parcel of the city lies in it.", "Check its place, or leave it out.");
            }
            else if (_state.Areas.ContainsKey(id))
            {
                Refuse("area", id, "Two areas have this id.", "Give each an id of its own.");
            }

            _state = _state.With(id, Rows(id, parcels, owners));
        }

        _state = _state with { NextNumber = start.Areas.Count + 1 };
    }

    private List<int> Rows(string area, IReadOnlyList<string> parcels, Dictionary<int, string> owners)
    {
        var rows = new List<int>(parcels.Count);
        foreach (var parcel in parcels)
        {
            if (!_ground.Parcels.TryFind(parcel, out var row))
            {
                Refuse("parcel", parcel, $"The city has no parcel of that id, and {area} holds it.", "Open the city that the plan was made from.");
            }
            else if (_ground.Plan.NetAreas[row] <= 0)
            {
                Refuse("parcel", parcel, "It has no land of its own, so no area can hold it.", "Leave it out.");
            }
            else if (!owners.TryAdd(row, area))
            {
                Refuse("parcel", parcel, $"It is in {owners[row]} and in {area}.", "Leave it in one of the two.");
            }
            else
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private void Decide()
    {
        var given = start.Dispositions ?? [];
        var purpose = _ground.Plan.Options.ElectivePurpose.Trim();
        var isChosen = given.Any(proposed => proposed.Demolition == DemolitionKind.ElectiveCandidate);
        _state = _state with
        {
            Decided = given.Where(proposed => proposed != _ground.Dispositions.Of(proposed.Building)).ToImmutableDictionary(proposed => proposed.Building),
            Purposes = isChosen && purpose.Length > 0 ? _state.Purposes.Add(purpose) : _state.Purposes,
            Proposes = start.Dispositions is not null,
        };
    }

    private void Refuse(string field, string value, string message, string remedy) => _problems.Add(new OptionProblem(field, value, message, remedy));
}
