namespace CityRenewal.Geo.Stores.Formats;

/// <summary>Gathers what stands in the way of an import, so that all of it is said at once.</summary>
internal sealed class ImportProblems
{
    private readonly List<StoreException> _found = [];

    /// <summary>Whether anything was noted.</summary>
    public bool HasAny => _found.Count > 0;

    /// <summary>Notes one problem.</summary>
    public void Add(string thing, string problem, string remedy) => Add(new StoreException(thing, problem, remedy));

    /// <summary>Notes one problem.</summary>
    public void Add(StoreException problem) => _found.Add(problem);

    /// <summary>Runs a piece of work and notes its problem instead of stopping at it.</summary>
    public T? Try<T>(Func<T> work)
        where T : class
    {
        try
        {
            return work();
        }
        catch (StoreException problem)
        {
            _found.Add(problem);
            return null;
        }
    }

    /// <summary>The same for work on one file, which the system may not let us read.</summary>
    public T? Try<T>(string path, Func<T> work)
        where T : class
    {
        try
        {
            return Try(work);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            Add(new StoreException(
                path,
                unreadable is UnauthorizedAccessException ? "it may not be read." : "it could not be read to its end.",
                unreadable is UnauthorizedAccessException
                    ? "Ask for the right to read it, or copy it."
                    : "Look whether the disk or the share is still there, or copy the file.",
                unreadable));
            return null;
        }
    }

    /// <summary>Stops where anything was noted: one problem as itself, several as a list.</summary>
    public void ThrowIfAny()
    {
        if (_found.Count == 1)
        {
            throw _found[0];
        }

        if (_found.Count > 1)
        {
            throw new StoreException(
                "import",
                $"{_found.Count} things stand in the way.\n" + string.Join("\n", _found.Select(problem => "- " + problem.Message)) + "\n",
                "Mend them and import again; nothing was written.");
        }
    }
}
