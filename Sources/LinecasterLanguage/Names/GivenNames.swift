/// Names that people are given.
public enum GivenNames {
    /// Those that are common where English is spoken, and those of other languages that its newspapers often write.
    public static let english = PhraseSet(
        """
        Callum Tomas Ebenezer Lourdes Hanna Anjali Sabine Silas Jasper Reuben Ezra Levi Caspian Finn Finlay Fergus Hamish Alistair Alasdair Angus Niall Eoin Ciaran \
        Siobhan Aoife Niamh Saoirse Gareth Rhys Huw Dafydd Bronwyn Gwyneth Imogen Harriet Beatrix Phoebe Poppy Freya Isla Matilda Millie Esme Nellie Winnie Hattie \
        Cornelius Theodora Prudence Temperance Josiah Obadiah Jeremiah Hezekiah Zebediah Thaddeus Bartholomew Horatio Percival Reginald Cuthbert Alfredo Rodolfo \
        Rogelio Ramiro Joao Paulo Thiago Rafaela Leticia Beatriz Soledad Consuelo Pilar Esperanza Guadalupe Milagros Xiomara Ngozi Chidi Chinedu Emeka Ifeoma Kwame \
        Kofi Ama Abena Thabo Sipho Nomvula Lindiwe Tendai Farai Wanjiru Kamau Otieno Achieng Mwangi Abebe Tesfaye Hiroko Kenji Takashi Yoko Naoko Haruki Satoshi \
        Keiko Minh Nguyet Thanh Somchai Suchart Agus Dewi Putu Wayan Aung Narendra Manmohan Sonia Indira Rajiv Ashok Suresh Ramesh Mahesh Pradeep Meera Kavita \
        Lakshmi Shreya Pooja Neha Rohit Virat Sachin Saeed Hamid Reza Mahmoud Ebrahim Javad Golnaz Shirin Leyla Emine Recep Mehmet Ayse Fatma Murat Kemal Zeynep \
        Dimitris Yannis Kostas Eleni Giorgos Stavros Nikos Zoltan Istvan Laszlo Gabor Katalin Agnieszka Krzysztof Zbigniew Wojciech Jerzy Jaroslaw Malgorzata Pawel \
        Vaclav Milos Jiri Zdenek Bohdan Oksana Mykola Olena Dmytro Yulia Gennady Anatoly Boris Lyudmila Yevgeny Ludmila Mats Bjorn Soren Mette Kirsten Inger Liv Aino \
        Eero Pekka Jukka Wim Joost Femke Sander Marieke Dirk Uwe Jorg Detlef Heike Ulrike Annalena Olaf Friedrich Gaston Thierry Didier Delphine Sylvie Veronique \
        Aurelie Emmanuel Brigitte Segolene Gianni Beppe Silvio Matteo Giulia Chiara Ginevra Aaron Abby Abdul Abdullah Abigail Abraham Ada Adam Adele Aditya Adrian Adriana Agnes Ahmad Ahmed Aidan Aiden Aisha Akira Alan Albert Alberto \
        Alejandro Alessandro Alex Alexander Alexandra Alexei Alexis Alfonso Alfred Ali Alice Alicia Alison Allan Allen Allison Alma Amanda Amber Amelia \
        Amina Amir Amit Amy Ana Anastasia Anders Andre Andrea Andreas Andrei Andrew Andy Angel Angela Angelina Angelo Angie Anil Anita Ann Anna Anne \
        Annette Annie Anthony Antoine Anton Antonia Antonio Anya April Archie Ariana Ariel Arjun Arlene Armando Arnold Arthur Arturo Asha Ashley Astrid \
        Audrey Aurora Austin Ava Avery Barack Barbara Barry Bart Beatrice Becky Ben Benjamin Bernard Bernice Bernie Bert Bertha Beth Bethany Betsy Betty \
        Beverly Bianca Bill Billy Blake Bob Bobby Bonnie Brad Bradley Brandon Brenda Brendan Brent Brett Brian Bridget Brittany Brooke Bruce Bruno \
        Bryan Bryce Caitlin Caleb Calvin Cameron Camila Camille Candice Carl Carla Carlo Carlos Carmen Carol Carole Caroline Carolyn Carrie Carter Casey \
        Cassandra Catherine Cathy Cecil Cecilia Cedric Celeste Chad Charlene Charles Charlie Charlotte Chelsea Cheryl Chloe Chris Christian Christina \
        Christine Christopher Christy Chuck Cindy Claire Clara Clarence Clark Claude Claudia Clayton Cliff Clifford Clint Clive Clyde Cody Colin Colleen \
        Connie Connor Conrad Constance Corey Cory Courtney Craig Cristina Crystal Curtis Cynthia Daisy Dale Damien Damon Dan Dana Daniel Daniela Danielle \
        Danny Darlene Darrell Darren Darryl Daryl Dave David Dawn Dean Deanna Debbie Deborah Debra Deepak Delia Denis Denise Dennis Derek Desmond Devin \
        Diana Diane Diego Dieter Dimitri Dmitri Dmitry Dolores Dominic Don Donald Donna Dora Doreen Doris Dorothy Doug Douglas Drew Duane Duncan Dustin \
        Dwayne Dwight Dylan Earl Ebony Eddie Edgar Edith Edmund Eduardo Edward Edwin Eileen Elaine Eleanor Elena Eli Elias Elijah Elisa Elizabeth Ella \
        Ellen Ellie Elliot Elliott Elon Elsa Elsie Emilia Emilio Emily Emma Emmett Enrique Eric Erica Erik Erika Erin Ernest Ernesto Esther \
        Ethan Ethel Eugene Eva Evan Evelyn Fabio Faisal Faith Farah Fatima Felicia Felipe Felix Fernando Filip Fiona Flora Florence Floyd Frances \
        Francesca Francesco Francis Francisco Francois Frank Frankie Franklin Franz Fred Freda Freddie Frederick Frieda Fritz Gabriel Gabriela Gail Garrett \
        Gary Gavin Gayle Gene Geoff Geoffrey George Georgina Gerald Geraldine Gerard Gerhard Gertrude Gilbert Gina Giorgio Giovanni Gladys Glen Glenda \
        Glenn Gloria Gordon Grace Graham Greg Gregory Greta Guillermo Gustavo Guy Gwen Hailey Hannah Hans Harold Harris Harry Harvey Hasan Hassan \
        Hazel Heather Hector Heidi Heinrich Helen Helena Helga Henri Henrietta Henrik Henry Herbert Herman Hilary Hillary Hiroshi Holly Howard Hubert Hugh \
        Hugo Humberto Hussein Ian Ibrahim Ida Ignacio Igor Imran Ines Ingrid Irene Iris Irma Isaac Isabel Isabella Isaiah Ismail Ivan Ivy Jack Jackie \
        Jacob Jacqueline Jacques Jaime Jake Jakob Jamal James Jamie Jan Jane Janet Janice Jared Jasmine Jason Javier Jay Jean Jeanette Jeanne Jeff Jeffery \
        Jeffrey Jen Jenna Jennifer Jenny Jeremy Jerome Jerry Jesse Jessica Jesus Jill Jim Jimmy Jo Joan Joann Joanna Joanne Joaquin Jodie Joe Joel Johan \
        Johann Johanna John Johnny Jon Jonas Jonathan Jordan Jorge Jose Josef Josefina Joseph Josephine Josh Joshua Joy Joyce Juan Juana Juanita Judith \
        Judy Julia Julian Juliana Julie Juliet Julio Julius June Jurgen Justin Kamala Karen Karim Karin Karl Karla Kate Katherine Kathleen Kathryn Kathy \
        Katie Katrina Kay Kayla Keith Kelly Kelsey Ken Kendra Kenneth Kenny Kent Kerry Kevin Khalid Kim Kimberly Kirk Klaus Konrad Konstantin Kristen \
        Kristin Kristina Kurt Kyle Lance Larry Lars Latoya Laura Lauren Laurence Laurie Lawrence Leah Lee Leila Lena Leo Leon Leonard Leonardo Leroy Leslie \
        Lester Lewis Liam Lila Lillian Lily Linda Lindsay Lindsey Lisa Liz Lloyd Logan Lois Lola Lorenzo Loretta Lori Lorraine Lou Louis Louisa \
        Louise Lucas Lucia Lucille Lucy Luigi Luis Luisa Luke Luther Luz Lydia Lyle Lynn Mabel Mackenzie Madeline Mae Maggie Malcolm Manuel \
        Marc Marcel Marcela Marcia Marco Marcos Marcus Margaret Margarita Maria Mariam Marian Marianne Marie Marilyn Marina Mario Marion Marisa Marjorie \
        Mark Marlene Marlon Marsha Marshall Marta Martha Martin Martina Marvin Mary Mason Mathew Matt Matthew Matthias Maureen Maurice Mauricio \
        Max Maxine Maya Megan Melanie Melinda Melissa Melvin Mercedes Meredith Mia Michael Michel Michele Michelle Miguel Mikael Mike Mikhail Mildred \
        Miles Milton Mindy Minnie Miriam Mitch Mitchell Mohamed Mohammad Mohammed Moira Molly Mona Monica Monique Morgan Morris Moses Muhammad Muriel \
        Murray Mustafa Myra Myrtle Nadia Nancy Naomi Natalia Natalie Natasha Nathan Nathaniel Neal Neil Nell Nelson Nicholas Nick Nicola Nicolas Nicole \
        Nigel Nikita Nikolai Nina Noah Noel Nora Norma Norman Octavio Oleg Olga Olive Oliver Olivia Omar Opal Oscar Otto Owen Pablo Pam Pamela Paola \
        Patricia Patrick Patsy Patti Patty Paul Paula Paulina Pauline Pavel Pedro Peggy Penelope Penny Percy Perry Pete Peter Petra Phil Philip Philippe \
        Phillip Phyllis Pierre Polly Preston Priscilla Priya Rachel Rafael Rahul Raj Rajesh Ralph Ramon Ramona Randall Randy Raquel Raul Ravi Ray Raymond \
        Rebecca Regina Rene Renee Ricardo Richard Rick Ricky Rishi Rita Rob Robert Roberta Roberto Robin Robyn Rod Roderick Rodney Rodrigo \
        Roger Roland Rolf Roman Ron Ronald Ronnie Rory Rosa Rosalie Rosalind Rosario Rose Rosemary Rosie Ross Rowan Roxanne Roy Ruben Ruby Rudolph Rudy \
        Rufus Rupert Russell Ruth Ryan Sabrina Sadie Sadiq Sally Salma Salvador Sam Samantha Samir Sammy Samuel Sandra Sandy Sanjay Sara Sarah Sasha Saul \
        Scott Sean Sebastian Selena Serena Sergei Sergey Sergio Seth Shane Shannon Sharon Shaun Shawn Sheila Shelby Sheldon Shelley Sheri Sherman \
        Sherry Shinzo Shirley Sidney Sigrid Silvia Simon Simone Sofia Sonya Sophia Sophie Spencer Stacey Stacy Stan Stanley Stefan Stefano Stella \
        Stephanie Stephen Steve Steven Stewart Stuart Sue Suleiman Sunil Susan Susana Susanna Susie Suzanne Svetlana Sven Sylvester Sylvia Takeshi Tamara \
        Tammy Tanya Tara Tariq Tasha Tatiana Taylor Ted Terence Teresa Terrance Terri Terry Thelma Theo Theodore Theresa Thomas Tiffany Tim Timothy Tina \
        Tobias Todd Tom Tommy Toni Tony Tracey Traci Tracy Travis Trevor Tricia Tristan Troy Tyler Tyrone Ulrich Ursula Valentina Valeria Valerie Vanessa \
        Velma Vera Verna Vernon Veronica Vicki Vicky Victor Victoria Vijay Vikram Vince Vincent Viola Violet Virginia Vivian Vladimir Volodymyr Wade Wallace \
        Walter Wanda Warren Wayne Wendell Wendy Wesley Whitney Wilbur Wilfred Wilhelm Will Willard William Willie Wilma Winifred Winston Wolfgang \
        Wyatt Xavier Yasmin Yolanda Yosef Yuki Yuri Yusuf Yvette Yvonne Zachary Zainab Zoe
        """
    )
}
