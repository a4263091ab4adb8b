/* A program that does nothing: what loading the libraries of groei costs. */
int main(void)
{
	return 0;
}
