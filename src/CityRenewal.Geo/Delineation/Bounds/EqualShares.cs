namespace CityRenewal.Geo.Delineation;

/// <summary>
/// How shares of a few tangents have to move, so that all of them are worth the same: a small system of linear equations, solved
/// with a little weight on the diagonal so that tangents that are nearly the same do no harm.
/// </summary>
internal sealed class EqualShares
{
    private const double Weight = 1e-7;

    private double[] _matrix = [];
    private int _size;

    /// <summary>The moves; they sum to 0.</summary>
    /// <param name="products">How much moving a share of one tangent changes what another is worth, row by row.</param>
    /// <param name="values">What each is worth.</param>
    public double[] Moves(double[] products, double[] values)
    {
        _size = values.Length;
        Factor(products);

        // With m the common worth afterwards: products · moves = values − m, and moves sum to 0.
        var own = Solve(values);
        var ones = new double[_size];
        Array.Fill(ones, 1);
        var even = Solve(ones);
        var common = own.Sum() / even.Sum();
        for (var i = 0; i < _size; i++)
        {
            own[i] -= common * even[i];
        }

        return own;
    }

    /// <summary>Cholesky's factor, in place.</summary>
    private void Factor(double[] products)
    {
        _matrix = products;
        double trace = 0;
        for (var i = 0; i < _size; i++)
        {
            trace += _matrix[(i * _size) + i];
        }

        var more = Math.Max(1e-30, Weight * trace / _size);
        for (var i = 0; i < _size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = _matrix[(i * _size) + j] + (i == j ? more : 0);
                for (var k = 0; k < j; k++)
                {
                    sum -= _matrix[(i * _size) + k] * _matrix[(j * _size) + k];
                }

                _matrix[(i * _size) + j] = i == j ? Math.Sqrt(Math.Max(more, sum)) : sum / _matrix[(j * _size) + j];
            }
        }
    }

    private double[] Solve(double[] right)
    {
        var solved = (double[])right.Clone();
        for (var i = 0; i < _size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                solved[i] -= _matrix[(i * _size) + k] * solved[k];
            }

            solved[i] /= _matrix[(i * _size) + i];
        }

        for (var i = _size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _size; k++)
            {
                solved[i] -= _matrix[(k * _size) + i] * solved[k];
            }

            solved[i] /= _matrix[(i * _size) + i];
        }

        return solved;
    }
}
